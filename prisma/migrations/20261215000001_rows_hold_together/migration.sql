-- What rows may not be to each other, asked under the locks that keep two transactions from each missing the other.

CREATE FUNCTION refuse_row(rule text, why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', why USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END $$;

-- A record is of a session that is open or has ended, in the order of its times, and for somebody who belongs to it.
CREATE FUNCTION refuse_record_outside() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE held "ClassSession";
BEGIN
  SELECT * INTO held FROM "ClassSession" WHERE "id" = NEW."sessionId" FOR SHARE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF held."state" = 'SCHEDULED' THEN
    PERFORM refuse_row('Attendance_session_check', 'A record is of a session that is open or has ended');
  END IF;
  IF least(NEW."clockedInAt", NEW."clockedOutAt") < held."openedAt"
    OR greatest(NEW."clockedInAt", NEW."clockedOutAt") > held."closedAt" THEN
    PERFORM refuse_row('Attendance_span_check', 'Nobody clocks before a session begins or after it ends');
  END IF;
  IF NOT EXISTS (
    SELECT FROM "Member" m WHERE m."placeId" = held."classId" AND m."userId" = NEW."studentId" AND (
      held."state" = 'OPEN' OR EXISTS (SELECT FROM "SessionMember" s WHERE s."sessionId" = held."id" AND s."memberId" = m."id")
    )
  ) THEN
    PERFORM refuse_row('Attendance_member_check', 'A record is for somebody who belongs to the session');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Attendance_inside"
  AFTER INSERT OR UPDATE OF "sessionId", "studentId", "clockedInAt", "clockedOutAt" ON "Attendance"
  FOR EACH ROW EXECUTE FUNCTION refuse_record_outside();

-- A session goes from planned to open to closed, and its times stay. It ends after everything that was clocked in it.
CREATE FUNCTION refuse_session_back() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF (OLD."state" = 'CLOSED' AND NEW."state" <> 'CLOSED') OR (OLD."state" = 'OPEN' AND NEW."state" = 'SCHEDULED')
    OR NEW."openedAt" IS DISTINCT FROM coalesce(OLD."openedAt", NEW."openedAt")
    OR NEW."closedAt" IS DISTINCT FROM coalesce(OLD."closedAt", NEW."closedAt") THEN
    PERFORM refuse_row('ClassSession_onward_check', 'A session goes only onward');
  END IF;
  IF NEW."classId" <> OLD."classId" THEN
    PERFORM refuse_row('ClassSession_class_check', 'A session stays in its class');
  END IF;
  IF EXISTS (
    SELECT FROM "Attendance" a WHERE a."sessionId" = NEW."id"
      AND (least(a."clockedInAt", a."clockedOutAt") < NEW."openedAt" OR greatest(a."clockedInAt", a."clockedOutAt") > NEW."closedAt")
  ) THEN
    PERFORM refuse_row('Attendance_span_check', 'Nobody clocks before a session begins or after it ends');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ClassSession_onward" AFTER UPDATE OF "state", "openedAt", "closedAt", "classId" ON "ClassSession"
  FOR EACH ROW EXECUTE FUNCTION refuse_session_back();

-- Who belonged to a session is written down when it ends.
CREATE FUNCTION refuse_member_before_end() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM "ClassSession" WHERE "id" = NEW."sessionId" AND "state" <> 'CLOSED') THEN
    PERFORM refuse_row('SessionMember_ended_check', 'Who belonged to a session is written down when it ends');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "SessionMember_ended" AFTER INSERT OR UPDATE ON "SessionMember"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_member_before_end();

-- A record is what the last change in the ledger made of it, looked at when the transaction ends.
CREATE FUNCTION require_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE kept "Attendance";
DECLARE told jsonb;
BEGIN
  SELECT * INTO kept FROM "Attendance" WHERE "id" = NEW."id";
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT "after" INTO told FROM "Change" WHERE "subjectId" = NEW."id" AND "subject" = 'attendance' ORDER BY "id" DESC LIMIT 1;
  IF (told ->> 'status' = kept."status"::text) IS NOT TRUE
    OR (told ->> 'clockedInAt')::timestamptz IS DISTINCT FROM kept."clockedInAt"
    OR (told ->> 'clockedOutAt')::timestamptz IS DISTINCT FROM kept."clockedOutAt" THEN
    PERFORM refuse_row('Attendance_told_check', 'A record changes with a row in the ledger');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Attendance_told"
  AFTER INSERT OR UPDATE OF "id", "status", "clockedInAt", "clockedOutAt" ON "Attendance"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_change();

-- A text is the one of which its change holds the hash; blocks stand in a row.
CREATE FUNCTION refuse_other_text() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Change" WHERE "id" = NEW."changeId" AND "textHash" = sha256(NEW."salt" || convert_to(NEW."text", 'UTF8'))
  ) THEN
    PERFORM refuse_row('ChangeText_hash_check', 'A text is the one of which its change holds the hash');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ChangeText_hash" AFTER INSERT ON "ChangeText" FOR EACH ROW EXECUTE FUNCTION refuse_other_text();

CREATE FUNCTION refuse_block_out_of_row() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE last "ChangeBlock";
BEGIN
  PERFORM pg_advisory_xact_lock(7315001);
  SELECT * INTO last FROM "ChangeBlock" WHERE "id" <> NEW."id" ORDER BY "id" DESC LIMIT 1;
  IF NEW."id" <> coalesce(last."id", 0) + 1 OR NEW."upTo" <= coalesce(last."upTo", 0) OR octet_length(NEW."hash") <> 32 THEN
    PERFORM refuse_row('ChangeBlock_row_check', 'Blocks of the ledger stand in a row');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ChangeBlock_row" AFTER INSERT ON "ChangeBlock" FOR EACH ROW EXECUTE FUNCTION refuse_block_out_of_row();

-- Photos, templates and snapshots are there under a consent in force alone, looked at when the transaction ends, under
-- the lock of the person's enrolment (src/server/biometrics/enrolment-lock.ts).
CREATE FUNCTION require_consent() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE person uuid;
BEGIN
  IF TG_TABLE_NAME = 'Evidence' THEN
    SELECT "userId" INTO person FROM "FaceCheck" WHERE "id" = NEW."faceCheckId";
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF person IS NULL THEN
      PERFORM refuse_row('Evidence_person_check', 'Of somebody who is not known no snapshot is kept');
    END IF;
  ELSIF TG_OP = 'DELETE' THEN
    person := OLD."userId";
  ELSE
    person := NEW."userId";
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('enrolment:' || person, 0));
  IF NOT EXISTS (SELECT FROM "Consent" WHERE "userId" = person AND "withdrawnAt" IS NULL) AND (
    EXISTS (SELECT FROM "EnrolmentPhoto" WHERE "userId" = person)
    OR EXISTS (SELECT FROM "Template" WHERE "userId" = person)
    OR EXISTS (SELECT FROM "Evidence" e JOIN "FaceCheck" f ON f."id" = e."faceCheckId" WHERE f."userId" = person)
  ) THEN
    PERFORM refuse_row('Consent_in_force_check', 'Nothing made from a face is kept without a consent in force');
  END IF;
  IF TG_TABLE_NAME = 'EnrolmentPhoto' AND (SELECT count(*) FROM "EnrolmentPhoto" WHERE "userId" = person) > 5 THEN
    PERFORM refuse_row('EnrolmentPhoto_most_check', 'Nobody has more than five photos');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "EnrolmentPhoto_consent" AFTER INSERT OR UPDATE OF "userId" ON "EnrolmentPhoto"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_consent();
CREATE CONSTRAINT TRIGGER "Template_consent" AFTER INSERT OR UPDATE OF "userId" ON "Template"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_consent();
CREATE CONSTRAINT TRIGGER "Evidence_consent" AFTER INSERT OR UPDATE OF "faceCheckId" ON "Evidence"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_consent();
CREATE CONSTRAINT TRIGGER "Consent_in_force" AFTER UPDATE OR DELETE ON "Consent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_consent();

-- What somebody consented to, and when, stays; a consent that was withdrawn is not in force again.
CREATE FUNCTION refuse_other_consent() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF OLD."withdrawnAt" IS NOT NULL AND NEW."withdrawnAt" IS DISTINCT FROM OLD."withdrawnAt"
    OR NEW."userId" <> OLD."userId" OR NEW."givenAt" <> OLD."givenAt" THEN
    PERFORM refuse_row('Consent_stays_check', 'What somebody consented to stays');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Consent_stays" AFTER UPDATE ON "Consent" FOR EACH ROW EXECUTE FUNCTION refuse_other_consent();

-- A check or challenge at a class is for a session, at a workplace for none; a kiosk reads faces at its own place, and a
-- calibration decides for its own recogniser.
CREATE FUNCTION refuse_other_occasion() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM "Place" WHERE "id" = NEW."placeId" AND ("kind" = 'CLASS') <> (NEW."sessionId" IS NOT NULL)) THEN
    PERFORM refuse_row(TG_TABLE_NAME || '_occasion_check', 'At a class it is for a session, at a workplace for none');
  END IF;
  IF TG_TABLE_NAME = 'FaceCheck' THEN
    IF EXISTS (SELECT FROM "Kiosk" WHERE "id" = NEW."kioskId" AND "placeId" IS DISTINCT FROM NEW."placeId") THEN
      PERFORM refuse_row('FaceCheck_kiosk_check', 'A kiosk reads faces at its own place');
    END IF;
    IF EXISTS (SELECT FROM "Calibration" WHERE "id" = NEW."calibrationId" AND "model" <> NEW."model") THEN
      PERFORM refuse_row('FaceCheck_calibration_check', 'A calibration decides for its own recogniser');
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "FaceCheck_occasion"
  AFTER INSERT OR UPDATE OF "placeId", "sessionId", "kioskId", "calibrationId", "model" ON "FaceCheck"
  FOR EACH ROW EXECUTE FUNCTION refuse_other_occasion();
CREATE CONSTRAINT TRIGGER "FaceChallenge_occasion" AFTER INSERT OR UPDATE OF "placeId", "sessionId" ON "FaceChallenge"
  FOR EACH ROW EXECUTE FUNCTION refuse_other_occasion();

-- Of a calibration every figure stays; people whom its curves name may be taken out, and nothing else.
CREATE FUNCTION refuse_other_calibration() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE named text;
BEGIN
  IF to_jsonb(NEW) - 'curves' <> to_jsonb(OLD) - 'curves'
    OR NEW."curves" - '{highestStrangers,lowestGenuine}'::text[] <> OLD."curves" - '{highestStrangers,lowestGenuine}'::text[] THEN
    PERFORM refuse_row('Calibration_figures_stay_check', 'The figures of a calibration stay');
  END IF;
  FOREACH named IN ARRAY '{highestStrangers,lowestGenuine}'::text[] LOOP
    IF EXISTS (
      SELECT jsonb_array_elements(coalesce(NEW."curves" -> named, '[]'))
      EXCEPT ALL SELECT jsonb_array_elements(coalesce(OLD."curves" -> named, '[]'))
    ) THEN
      PERFORM refuse_row('Calibration_figures_stay_check', 'People are only ever taken out of a calibration');
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Calibration_figures_stay" AFTER UPDATE ON "Calibration"
  FOR EACH ROW EXECUTE FUNCTION refuse_other_calibration();

-- Photos and faces of a roll call are there while it is under way, and it is of a session that has begun.
CREATE FUNCTION refuse_roll_call() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM "ClassSession" WHERE "id" = NEW."sessionId" AND "state" = 'SCHEDULED') THEN
    PERFORM refuse_row('RollCall_session_check', 'A roll call is of a session that has begun');
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD."state" IN ('CONFIRMED', 'DISCARDED') AND NEW."state" <> OLD."state" OR NEW."sessionId" <> OLD."sessionId" THEN
      PERFORM refuse_row('RollCall_over_check', 'A roll call that is over stays so');
    END IF;
    IF NEW."state" NOT IN ('WAITING', 'WORKING', 'READY') AND (
      EXISTS (SELECT FROM "RollCallPhoto" WHERE "rollCallId" = NEW."id") OR EXISTS (SELECT FROM "RollCallFace" WHERE "rollCallId" = NEW."id")
    ) THEN
      PERFORM refuse_row('RollCall_material_check', 'Photos and faces go when a roll call is over');
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "RollCall_course" AFTER INSERT OR UPDATE OF "state", "sessionId" ON "RollCall"
  FOR EACH ROW EXECUTE FUNCTION refuse_roll_call();

CREATE FUNCTION refuse_late_material() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM 1 FROM "RollCall" WHERE "id" = NEW."rollCallId" AND "state" NOT IN ('WAITING', 'WORKING', 'READY') FOR SHARE;
  IF FOUND THEN
    PERFORM refuse_row('RollCall_material_check', 'Photos and faces go when a roll call is over');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "RollCallPhoto_under_way" AFTER INSERT OR UPDATE OF "rollCallId" ON "RollCallPhoto"
  FOR EACH ROW EXECUTE FUNCTION refuse_late_material();
CREATE CONSTRAINT TRIGGER "RollCallFace_under_way" AFTER INSERT OR UPDATE OF "rollCallId" ON "RollCallFace"
  FOR EACH ROW EXECUTE FUNCTION refuse_late_material();

-- A place is a class or a workplace, for good.
CREATE FUNCTION refuse_other_place() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_TABLE_NAME = 'Place' THEN
    IF NEW."kind" <> OLD."kind" THEN PERFORM refuse_row('Place_kind_check', 'A place stays a class or a workplace'); END IF;
  ELSIF EXISTS (
    SELECT FROM "Place" WHERE "id" = NEW."id" AND "kind" <> (CASE TG_TABLE_NAME WHEN 'Workplace' THEN 'WORKPLACE' ELSE 'CLASS' END)::"PlaceKind"
  ) THEN
    PERFORM refuse_row('Place_kind_check', 'A place is a class or a workplace');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Place_kind" AFTER UPDATE OF "kind" ON "Place" FOR EACH ROW EXECUTE FUNCTION refuse_other_place();
CREATE CONSTRAINT TRIGGER "SchoolClass_kind" AFTER INSERT OR UPDATE OF "id" ON "SchoolClass" FOR EACH ROW EXECUTE FUNCTION refuse_other_place();
CREATE CONSTRAINT TRIGGER "Workplace_kind" AFTER INSERT OR UPDATE OF "id" ON "Workplace" FOR EACH ROW EXECUTE FUNCTION refuse_other_place();

-- The lines of a payment add up to it, looked at when the transaction ends: nothing is added to one that was made. What
-- it pays is of its own employment.
CREATE FUNCTION refuse_other_sum() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "Payment" p WHERE p."id" = NEW."paymentId"
      AND p."grossMinor" <> (SELECT sum("amountMinor") FROM "PaymentLine" WHERE "paymentId" = NEW."paymentId")
  ) THEN
    PERFORM refuse_row('PaymentLine_sum_check', 'The lines of a payment add up to it');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "PaymentLine_sum" AFTER INSERT ON "PaymentLine"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_other_sum();

CREATE FUNCTION refuse_other_stretch() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM "Payment" WHERE "id" = NEW."paymentId" AND "employmentId" <> NEW."employmentId") THEN
    PERFORM refuse_row('PaidStretch_employment_check', 'A payment pays for its own employment');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "PaidStretch_employment" AFTER INSERT ON "PaidStretch"
  FOR EACH ROW EXECUTE FUNCTION refuse_other_stretch();

-- Texts go with what they are about: by these triggers alone, which whoever owns the ledger does for the application.
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION erase_change_texts() SECURITY DEFINER SET search_path = %I, pg_temp', current_schema());
END $$;
