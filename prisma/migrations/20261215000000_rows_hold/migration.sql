-- What a row may not be. First the rows of before: what can be put right is, what was made from a face without a reason goes.

-- Bytes that were never sealed cannot be opened.
UPDATE "EnrolmentPhoto" SET "image" = NULL WHERE octet_length("image") < 30 OR substring("image" FROM 1 FOR 1) <> '\x01';
UPDATE "DuplicateCase" SET "image" = NULL WHERE octet_length("image") < 30 OR substring("image" FROM 1 FOR 1) <> '\x01';
UPDATE "RollCallPhoto" SET "image" = NULL WHERE octet_length("image") < 30 OR substring("image" FROM 1 FOR 1) <> '\x01';
UPDATE "RefusedMatch" SET "vector" = NULL, "model" = NULL WHERE octet_length("vector") < 33 OR substring("vector" FROM 1 FOR 1) <> '\x01';
UPDATE "RollCallFace" SET "vector" = NULL WHERE octet_length("vector") < 33 OR substring("vector" FROM 1 FOR 1) <> '\x01';
UPDATE "RollCallFace" SET "crop" = '' WHERE octet_length("crop") < 30 OR substring("crop" FROM 1 FOR 1) <> '\x01';
DELETE FROM "Template" WHERE octet_length("vector") < 33 OR substring("vector" FROM 1 FOR 1) <> '\x01';
DELETE FROM "Evidence" WHERE octet_length("image") < 30 OR substring("image" FROM 1 FOR 1) <> '\x01';

-- Nothing made from a face is without its person, and without their consent.
DELETE FROM "Template" t USING "EnrolmentPhoto" p WHERE p."id" = t."photoId" AND p."userId" <> t."userId";
DELETE FROM "Template" t WHERE NOT EXISTS (SELECT FROM "Consent" c WHERE c."userId" = t."userId" AND c."withdrawnAt" IS NULL);
DELETE FROM "EnrolmentPhoto" p WHERE NOT EXISTS (SELECT FROM "Consent" c WHERE c."userId" = p."userId" AND c."withdrawnAt" IS NULL);
DELETE FROM "Evidence" e USING "FaceCheck" f
WHERE f."id" = e."faceCheckId" AND NOT EXISTS (SELECT FROM "Consent" c WHERE c."userId" = f."userId" AND c."withdrawnAt" IS NULL);
UPDATE "FaceCheck" SET "similarity" = NULL, "cosine" = NULL, "lead" = NULL, "live" = NULL
WHERE "userId" IS NULL AND num_nonnulls("similarity", "cosine", "lead", "live") > 0;

-- Nor kept longer than its roll call is under way.
DELETE FROM "RollCallFace" f USING "RollCall" r WHERE r."id" = f."rollCallId" AND r."state" NOT IN ('WAITING', 'WORKING', 'READY');
DELETE FROM "RollCallPhoto" p USING "RollCall" r WHERE r."id" = p."rollCallId" AND r."state" NOT IN ('WAITING', 'WORKING', 'READY');
DELETE FROM "RollCallFace" f USING "RollCallPhoto" p WHERE p."id" = f."photoId" AND p."rollCallId" <> f."rollCallId";

-- A kiosk that was revoked is none by any token or link. A challenge is good for a minute: those of before are over.
UPDATE "Kiosk" SET "tokenHash" = NULL, "linkHash" = NULL, "linkExpiresAt" = NULL WHERE "revokedAt" IS NOT NULL;
UPDATE "Kiosk" SET "linkHash" = NULL, "linkExpiresAt" = NULL WHERE ("linkHash" IS NULL) <> ("linkExpiresAt" IS NULL);
DELETE FROM "FaceChallenge";

-- A session is as long as what was clocked in it, so that no time that somebody was told is changed.
UPDATE "ClassSession" SET "openedAt" = NULL, "closedAt" = NULL WHERE "state" = 'SCHEDULED';
UPDATE "ClassSession" SET "closedAt" = NULL WHERE "state" = 'OPEN';
UPDATE "ClassSession" SET "openedAt" = least("createdAt", "closedAt") WHERE "state" = 'CLOSED' AND "openedAt" IS NULL;
UPDATE "ClassSession" SET "closedAt" = "openedAt" WHERE "closedAt" < "openedAt";
UPDATE "ClassSession" s SET "openedAt" = least(s."openedAt", seen.first),
  "closedAt" = CASE WHEN s."state" = 'CLOSED' THEN greatest(s."closedAt", seen.last) END
FROM (
  SELECT "sessionId", min("clockedInAt") AS first, greatest(max("clockedInAt"), max("clockedOutAt")) AS last
  FROM "Attendance" GROUP BY "sessionId"
) seen
WHERE seen."sessionId" = s."id" AND s."state" <> 'SCHEDULED' AND (seen.first < s."openedAt" OR seen.last > s."closedAt");

-- A template is of its photo's person, a face of its photo's roll call.
DROP INDEX "RollCallFace_photoId_idx";
CREATE UNIQUE INDEX "EnrolmentPhoto_id_userId_key" ON "EnrolmentPhoto"("id", "userId");
CREATE UNIQUE INDEX "RollCallPhoto_id_rollCallId_key" ON "RollCallPhoto"("id", "rollCallId");
CREATE INDEX "Template_photoId_userId_idx" ON "Template"("photoId", "userId");
CREATE INDEX "RollCallFace_photoId_rollCallId_idx" ON "RollCallFace"("photoId", "rollCallId");
ALTER TABLE "Template" DROP CONSTRAINT "Template_photoId_fkey",
  ADD CONSTRAINT "Template_photoId_userId_fkey" FOREIGN KEY ("photoId", "userId") REFERENCES "EnrolmentPhoto"("id", "userId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RollCallFace" DROP CONSTRAINT "RollCallFace_photoId_fkey",
  ADD CONSTRAINT "RollCallFace_photoId_rollCallId_fkey" FOREIGN KEY ("photoId", "rollCallId") REFERENCES "RollCallPhoto"("id", "rollCallId") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every rule holds for what is written from now on. At the end those are made to hold for all rows that do; a start names
-- the rows of before that break one (scripts/database/older-rows.ts).

-- Sealed bytes: a version, an iv, a tag, and something in it; a vector is of whole numbers of four bytes.
ALTER TABLE "EnrolmentPhoto" ADD CONSTRAINT "EnrolmentPhoto_sealed_check"
  CHECK (octet_length("image") >= 30 AND substring("image" FROM 1 FOR 1) = '\x01') NOT VALID;
ALTER TABLE "DuplicateCase" ADD CONSTRAINT "DuplicateCase_sealed_check"
  CHECK (octet_length("image") >= 30 AND substring("image" FROM 1 FOR 1) = '\x01') NOT VALID;
ALTER TABLE "RollCallPhoto" ADD CONSTRAINT "RollCallPhoto_sealed_check"
  CHECK (octet_length("image") >= 30 AND substring("image" FROM 1 FOR 1) = '\x01') NOT VALID;
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_sealed_check"
  CHECK (octet_length("image") >= 30 AND substring("image" FROM 1 FOR 1) = '\x01') NOT VALID;
ALTER TABLE "Template" ADD CONSTRAINT "Template_sealed_check"
  CHECK (octet_length("vector") >= 33 AND octet_length("vector") % 4 = 1 AND substring("vector" FROM 1 FOR 1) = '\x01') NOT VALID;
ALTER TABLE "RefusedMatch" ADD CONSTRAINT "RefusedMatch_sealed_check"
  CHECK (octet_length("vector") >= 33 AND octet_length("vector") % 4 = 1 AND substring("vector" FROM 1 FOR 1) = '\x01') NOT VALID;
-- A face that was erased from a roll call is an empty one.
ALTER TABLE "RollCallFace" ADD CONSTRAINT "RollCallFace_sealed_check" CHECK (
    octet_length("vector") >= 33 AND octet_length("vector") % 4 = 1 AND substring("vector" FROM 1 FOR 1) = '\x01'
  ) NOT VALID,
  ADD CONSTRAINT "RollCallFace_crop_check" CHECK (
    "crop" = '' OR octet_length("crop") >= 30 AND substring("crop" FROM 1 FOR 1) = '\x01'
  ) NOT VALID,
  ADD CONSTRAINT "RollCallFace_erased_check" CHECK (
    "crop" <> '' OR num_nonnulls("vector", "studentId", "similarity") = 0 AND "others" = '{}' AND "band" = 'UNKNOWN'
  ) NOT VALID;

-- Sessions: planned, open, closed, each with its own times.
ALTER TABLE "ClassSession"
  ADD CONSTRAINT "ClassSession_scheduled_check" CHECK (
    "state" <> 'SCHEDULED' OR "plannedStart" IS NOT NULL AND "openedAt" IS NULL AND "closedAt" IS NULL
  ) NOT VALID,
  ADD CONSTRAINT "ClassSession_still_open_check" CHECK ("state" <> 'OPEN' OR "closedAt" IS NULL) NOT VALID,
  ADD CONSTRAINT "ClassSession_times_check" CHECK (
    "state" <> 'CLOSED' OR "openedAt" IS NOT NULL AND "closedAt" >= "openedAt"
  ) NOT VALID;
ALTER TABLE "Member" ADD CONSTRAINT "Member_times_check" CHECK ("leftAt" >= "joinedAt") NOT VALID;
ALTER TABLE "SessionMember" ADD CONSTRAINT "SessionMember_times_check" CHECK ("leftAt" >= "joinedAt") NOT VALID;

-- Records: times and method are those of the status.
ALTER TABLE "Attendance"
  ADD CONSTRAINT "Attendance_absent_check" CHECK ("status" <> 'ABSENT' OR num_nonnulls("clockedInAt", "clockedOutAt") = 0) NOT VALID,
  ADD CONSTRAINT "Attendance_out_check" CHECK ("clockedOutAt" IS NULL OR "clockedInAt" IS NOT NULL) NOT VALID,
  ADD CONSTRAINT "Attendance_session_end_check" CHECK ("method" <> 'SESSION_END' OR "status" = 'ABSENT') NOT VALID,
  ADD CONSTRAINT "Attendance_clocked_check" CHECK (
    "method" NOT IN ('FACE', 'CODE') OR "clockedInAt" IS NOT NULL AND "status" <> 'ABSENT'
  ) NOT VALID,
  ADD CONSTRAINT "Attendance_photo_check" CHECK (
    "method" <> 'GROUP_PHOTO' OR "status" = 'PRESENT' OR "status" = 'LATE' AND "clockedInAt" IS NOT NULL
  ) NOT VALID;

-- Face checks: what came out is what was measured.
ALTER TABLE "FaceCheck"
  ADD CONSTRAINT "FaceCheck_outcome_check" CHECK (
    "outcome" <> 'MATCHED' OR "similarity" IS NULL OR "similarity" >= "threshold" OR "secondFactor"
      OR "reason" IS NOT DISTINCT FROM 'face.second_factor'
  ) NOT VALID,
  ADD CONSTRAINT "FaceCheck_live_check" CHECK (
    ("outcome" <> 'MATCHED' OR "live" >= "liveThreshold") IS NOT FALSE
      AND ("live" BETWEEN 0 AND 1) IS NOT FALSE AND ("liveThreshold" BETWEEN 0 AND 1) IS NOT FALSE
  ) NOT VALID,
  ADD CONSTRAINT "FaceCheck_second_check" CHECK (NOT "secondFactor" OR "outcome" = 'MATCHED') NOT VALID,
  ADD CONSTRAINT "FaceCheck_challenge_check" CHECK ("outcome" <> 'CHALLENGE_FAILED' OR "liveness" = 'CHALLENGE') NOT VALID,
  ADD CONSTRAINT "FaceCheck_band_check" CHECK ("band" IS NULL OR "purpose" = 'ROLL_CALL') NOT VALID,
  ADD CONSTRAINT "FaceCheck_nobody_check" CHECK (
    "userId" IS NOT NULL OR num_nonnulls("similarity", "cosine", "lead", "live") = 0
  ) NOT VALID;
ALTER TABLE "FaceChallenge"
  ADD CONSTRAINT "FaceChallenge_purpose_check" CHECK ("purpose" <> 'ROLL_CALL' AND ("purpose" <> 'SIGN_IN' OR "sessionId" IS NULL)) NOT VALID,
  ADD CONSTRAINT "FaceChallenge_times_check" CHECK (
    "expiresAt" > "createdAt" AND ("usedAt" <= "expiresAt") IS NOT FALSE
  ) NOT VALID,
  ADD CONSTRAINT "FaceChallenge_steps_check" CHECK ((cardinality("steps") > 0) IS TRUE) NOT VALID;
ALTER TABLE "FaceLock" ADD CONSTRAINT "FaceLock_misses_check" CHECK ("misses" >= 0) NOT VALID;

ALTER TABLE "Consent"
  ADD CONSTRAINT "Consent_times_check" CHECK ("withdrawnAt" >= "givenAt") NOT VALID;
ALTER TABLE "DuplicateCase"
  ADD CONSTRAINT "DuplicateCase_by_check" CHECK ("state" <> 'OPEN' OR "decidedById" IS NULL) NOT VALID;

ALTER TABLE "RollCall"
  ADD CONSTRAINT "RollCall_failure_check" CHECK (
    CASE WHEN "failure" IS NULL THEN "state" <> 'FAILED' ELSE "state" IN ('FAILED', 'DISCARDED') END
  ) NOT VALID;
ALTER TABLE "RollCallPhoto" ADD CONSTRAINT "RollCallPhoto_position_check" CHECK ("position" BETWEEN 1 AND 10) NOT VALID;

-- Calibrations say what was counted and how rarely they err.
ALTER TABLE "Calibration" ADD CONSTRAINT "Calibration_figures_check" CHECK (
  least("people", "photos", "impostorPairs", "genuinePairs") >= 0 AND "verifyFmr" BETWEEN 0 AND 1 AND "sureFmr" BETWEEN 0 AND 1
    AND "margin" >= 0 AND jsonb_typeof("curves") = 'object'
) NOT VALID;

-- Kiosks, and whatever else opens a door: a hash of 32 bytes, none once it is revoked.
ALTER TABLE "Kiosk"
  ADD CONSTRAINT "Kiosk_revoked_check" CHECK ("revokedAt" IS NULL OR num_nonnulls("tokenHash", "linkHash", "linkExpiresAt") = 0) NOT VALID,
  ADD CONSTRAINT "Kiosk_link_check" CHECK (("linkHash" IS NULL) = ("linkExpiresAt" IS NULL)) NOT VALID,
  ADD CONSTRAINT "Kiosk_registered_check" CHECK ("tokenHash" IS NULL OR "registeredAt" IS NOT NULL) NOT VALID,
  ADD CONSTRAINT "Kiosk_hashes_check" CHECK ((octet_length("tokenHash") = 32) IS NOT FALSE AND (octet_length("linkHash") = 32) IS NOT FALSE) NOT VALID;
ALTER TABLE "SignInDevice" ADD CONSTRAINT "SignInDevice_tokenHash_check" CHECK (octet_length("tokenHash") = 32) NOT VALID;
ALTER TABLE "FirstAdminLink" ADD CONSTRAINT "FirstAdminLink_tokenHash_check" CHECK (octet_length("tokenHash") = 32) NOT VALID;
ALTER TABLE "EmploymentInvitation" ADD CONSTRAINT "EmploymentInvitation_link_check"
  CHECK (octet_length("linkHash") = 32 AND "expiresAt" > "createdAt") NOT VALID;
ALTER TABLE "Inspection" ADD CONSTRAINT "Inspection_link_check"
  CHECK (octet_length("linkHash") = 32 AND "expiresAt" > "createdAt") NOT VALID;
ALTER TABLE "KioskPin" ADD CONSTRAINT "KioskPin_misses_check" CHECK ("misses" >= 0) NOT VALID;
ALTER TABLE "Installation" ADD CONSTRAINT "Installation_one_check" CHECK ("id" = 1) NOT VALID;

-- Work: how an entry came about, who decided about a correction, no money below nothing.
ALTER TABLE "TimeEntry"
  ADD CONSTRAINT "TimeEntry_methods_check" CHECK ("inMethod" <> 'LONGEST_SHIFT') NOT VALID,
  ADD CONSTRAINT "TimeEntry_sites_check" CHECK (
    ("inSite" IS NULL) = ("inDistance" IS NULL) AND ("outSite" IS NULL) = ("outDistance" IS NULL)
      AND ("outSite" IS NULL OR "endedAt" IS NOT NULL) AND (least("inDistance", "outDistance") >= 0) IS NOT FALSE
  ) NOT VALID,
  ADD CONSTRAINT "TimeEntry_worked_through_check" CHECK (NOT "workedThrough" OR "endedAt" IS NOT NULL) NOT VALID;
ALTER TABLE "Correction"
  ADD CONSTRAINT "Correction_decided_check" CHECK (("state" IN ('ASKED', 'APPLIED')) = ("decidedAt" IS NULL)) NOT VALID,
  ADD CONSTRAINT "Correction_by_check" CHECK ("state" NOT IN ('GRANTED', 'REFUSED', 'SETTLED') OR "decidedById" IS NOT NULL) NOT VALID,
  ADD CONSTRAINT "Correction_wanted_check" CHECK (num_nonnulls("wanted", "before") > 0) NOT VALID;
ALTER TABLE "Extra" ADD CONSTRAINT "Extra_amount_check" CHECK ("amountMinor" >= 0 AND ("minutes" >= 0) IS NOT FALSE) NOT VALID;
ALTER TABLE "Employment" ADD CONSTRAINT "Employment_contract_check" CHECK ("contractMinutes" BETWEEN 0 AND 10080) NOT VALID;

DO $$
DECLARE rule record;
BEGIN
  FOR rule IN
    SELECT conname, conrelid::regclass AS at FROM pg_constraint
    WHERE contype = 'c' AND NOT convalidated AND connamespace = current_schema()::regnamespace
  LOOP
    BEGIN
      EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', rule.at, rule.conname);
    EXCEPTION WHEN check_violation THEN NULL;
    END;
  END LOOP;
END $$;
