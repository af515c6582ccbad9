-- Marks that can be taken back, sessions that end by themselves and are opened again.

ALTER TABLE "SchoolClass" ADD COLUMN "endsAfterPlannedHours" INTEGER NOT NULL DEFAULT 2,
  ADD COLUMN "endsAfterHours" INTEGER NOT NULL DEFAULT 12,
  ADD CONSTRAINT "SchoolClass_ends_check" CHECK ("endsAfterPlannedHours" BETWEEN 1 AND 24 AND "endsAfterHours" BETWEEN 1 AND 24);

ALTER TABLE "ClassSession" ADD COLUMN "endedByItself" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "notTaken" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "reopenedAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT "ClassSession_not_taken_check" CHECK (NOT "notTaken" OR "endedByItself"),
  ADD CONSTRAINT "ClassSession_by_itself_check" CHECK (NOT "endedByItself" OR "state" = 'CLOSED'),
  ADD CONSTRAINT "ClassSession_reopened_at_check" CHECK ("reopenedAt" >= "openedAt");

-- CreateTable
CREATE TABLE "ClearedRecord" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "studentId" UUID NOT NULL,

    CONSTRAINT "ClearedRecord_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ClearedRecord_sessionId_studentId_key" ON "ClearedRecord"("sessionId", "studentId");
CREATE INDEX "ClearedRecord_studentId_idx" ON "ClearedRecord"("studentId");
ALTER TABLE "ClearedRecord" ADD CONSTRAINT "ClearedRecord_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ClassSession"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "ClearedRecord_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A record is taken back by noting it here: the row goes with that, whoever writes has no right to delete it themselves.
CREATE FUNCTION clear_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM "Attendance" WHERE "id" = NEW."id" AND "sessionId" = NEW."sessionId" AND "studentId" = NEW."studentId";
  IF NOT FOUND THEN
    PERFORM refuse_row('ClearedRecord_record_check', 'What is taken back is a record');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "ClearedRecord_clears" AFTER INSERT ON "ClearedRecord" FOR EACH ROW EXECUTE FUNCTION clear_record();

-- It is told in the ledger, like every change of a record, looked at when the transaction ends.
CREATE FUNCTION require_clearing() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE told "Change";
BEGIN
  IF NOT EXISTS (SELECT FROM "ClearedRecord" WHERE "id" = NEW."id") THEN RETURN NULL; END IF;
  SELECT * INTO told FROM "Change" WHERE "subjectId" = NEW."id" AND "subject" = 'attendance' ORDER BY "id" DESC LIMIT 1;
  IF NOT FOUND OR told."after" ->> 'status' IS NOT NULL THEN
    PERFORM refuse_row('ClearedRecord_told_check', 'A record is taken back with a row in the ledger');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ClearedRecord_told" AFTER INSERT ON "ClearedRecord"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_clearing();

-- Whoever is marked again has the record that they had, and its history.
CREATE FUNCTION restore_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM "ClearedRecord" WHERE "id" = NEW."id" AND "sessionId" = NEW."sessionId" AND "studentId" = NEW."studentId";
  IF EXISTS (SELECT FROM "ClearedRecord" WHERE "sessionId" = NEW."sessionId" AND "studentId" = NEW."studentId") THEN
    PERFORM refuse_row('Attendance_same_record_check', 'A record that comes back is the same one');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Attendance_restores" AFTER INSERT ON "Attendance" FOR EACH ROW EXECUTE FUNCTION restore_record();

-- The notes in its history stay while it is cleared, and go with the session or the student.
CREATE FUNCTION erase_record_texts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM "ChangeText" WHERE "changeId" IN (
    SELECT c.id FROM "Change" c JOIN gone ON gone.id = c."subjectId" WHERE c."textHash" IS NOT NULL
      AND NOT EXISTS (SELECT FROM "ClearedRecord" r WHERE r."id" = gone.id)
      AND NOT EXISTS (SELECT FROM "Attendance" a WHERE a."id" = gone.id)
  );
  RETURN NULL;
END $$;
DROP TRIGGER "Attendance_erase_texts" ON "Attendance";
CREATE TRIGGER "Attendance_erase_texts" AFTER DELETE ON "Attendance" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION erase_record_texts();
CREATE TRIGGER "ClearedRecord_erase_texts" AFTER DELETE ON "ClearedRecord" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION erase_record_texts();
CREATE TRIGGER "ClassSession_erase_texts" AFTER DELETE ON "ClassSession" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION erase_change_texts();

-- A session goes from planned to open to closed, and its times stay; one that was ended may be opened again, by which it
-- has not ended. What was not taken may be taken, never the other way round.
CREATE OR REPLACE FUNCTION refuse_session_back() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NEW."state" = 'SCHEDULED' AND OLD."state" <> 'SCHEDULED'
    OR NEW."openedAt" IS DISTINCT FROM coalesce(OLD."openedAt", NEW."openedAt")
    OR OLD."state" = 'CLOSED' AND NEW."state" = 'CLOSED' AND (NEW."closedAt" IS DISTINCT FROM OLD."closedAt"
      OR NEW."notTaken" AND NOT OLD."notTaken" OR NEW."endedByItself" <> OLD."endedByItself")
    OR OLD."state" = 'CLOSED' AND NEW."state" = 'OPEN' AND (NEW."reopenedAt" >= OLD."closedAt") IS NOT TRUE THEN
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
DROP TRIGGER "ClassSession_onward" ON "ClassSession";
CREATE CONSTRAINT TRIGGER "ClassSession_onward"
  AFTER UPDATE OF "state", "openedAt", "closedAt", "classId", "notTaken", "endedByItself" ON "ClassSession"
  FOR EACH ROW EXECUTE FUNCTION refuse_session_back();

-- Who belonged to it when it ended is nobody's any more once it is open again.
CREATE FUNCTION forget_session_members() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM "SessionMember" WHERE "sessionId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "ClassSession_reopens" AFTER UPDATE OF "state" ON "ClassSession" FOR EACH ROW
  WHEN (OLD."state" = 'CLOSED' AND NEW."state" = 'OPEN') EXECUTE FUNCTION forget_session_members();

-- Nobody is absent by the end of a session that is open or was not taken, looked at when the transaction ends.
CREATE FUNCTION refuse_absent_by_no_end() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "ClassSession" s JOIN "Attendance" a ON a."sessionId" = s."id"
    WHERE s."id" = NEW."id" AND (s."state" = 'OPEN' OR s."notTaken") AND a."method" = 'SESSION_END'
  ) THEN
    PERFORM refuse_row('ClassSession_absent_check', 'Nobody is absent by the end of a session that has none');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ClassSession_absent" AFTER UPDATE OF "state", "notTaken" ON "ClassSession"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_absent_by_no_end();

-- A session in which somebody was marked, clocked or tried to stays while its class does.
CREATE FUNCTION refuse_to_lose_session() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM "SchoolClass" WHERE "id" = OLD."classId") AND (
    EXISTS (SELECT FROM "Attendance" WHERE "sessionId" = OLD."id" AND "method" <> 'SESSION_END')
    OR EXISTS (SELECT FROM "FaceCheck" WHERE "sessionId" = OLD."id")
    OR EXISTS (SELECT FROM "RollCall" WHERE "sessionId" = OLD."id" AND "state" <> 'DISCARDED')
  ) THEN
    PERFORM refuse_row('ClassSession_used_check', 'A session that somebody used stays');
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "ClassSession_used" BEFORE DELETE ON "ClassSession" FOR EACH ROW EXECUTE FUNCTION refuse_to_lose_session();
