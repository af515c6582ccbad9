-- One append-only table for every change, texts beside it, blocks that seal it.

-- CreateEnum
CREATE TYPE "ChangeVia" AS ENUM ('WEB', 'KIOSK', 'API', 'JOB');

-- CreateTable
CREATE TABLE "Change" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "via" "ChangeVia" NOT NULL,
    "placeId" UUID,
    "subject" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "textHash" BYTEA,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChangeText" (
    "changeId" BIGINT NOT NULL,
    "salt" BYTEA NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "ChangeText_pkey" PRIMARY KEY ("changeId")
);

-- CreateTable
CREATE TABLE "ChangeBlock" (
    "id" INTEGER NOT NULL,
    "upTo" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rowIds" BIGINT[],
    "rowHashes" BYTEA[],
    "hash" BYTEA NOT NULL,

    CONSTRAINT "ChangeBlock_pkey" PRIMARY KEY ("id")
);

-- The changes there are, with their times and in their order. Times were read before locks were held, so within a
-- table the ids are the order, and the times only say how the two tables lie to one another. What the database
-- knows of a kiosk is a face check of the same moment. A record's method lies in what stood after the change.
WITH old AS (
  SELECT 'attendance' AS subject, c."attendanceId" AS "subjectId", c.id AS "oldId", c.at, c."actorId",
    s."classId" AS "placeId", a."sessionId", a."studentId",
    CASE WHEN c."oldStatus" IS NULL THEN NULL ELSE jsonb_build_object(
      'status', c."oldStatus",
      'clockedInAt', to_char(c."oldClockedInAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'clockedOutAt', to_char(c."oldClockedOutAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    ) END AS before,
    jsonb_build_object(
      'status', c."newStatus",
      'clockedInAt', to_char(c."newClockedInAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'clockedOutAt', to_char(c."newClockedOutAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'method', c.method
    ) AS after,
    c."newNote" AS text
  FROM "AttendanceChange" c
  JOIN "Attendance" a ON a.id = c."attendanceId"
  JOIN "ClassSession" s ON s.id = a."sessionId"
  UNION ALL
  SELECT 'face opt-out', "userId", id, at, "actorId", NULL, NULL, "userId",
    jsonb_build_object('faceOff', lag(reason) OVER (PARTITION BY "userId" ORDER BY id)),
    jsonb_build_object('faceOff', reason),
    NULL
  FROM "FaceOffChange"
), timed AS (
  SELECT *, max(at) OVER (PARTITION BY subject ORDER BY "oldId") AS latest FROM old
), numbered AS MATERIALIZED (
  SELECT *, row_number() OVER (ORDER BY latest, subject, "oldId") AS id,
    decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex') AS salt
  FROM timed
), texts AS (
  INSERT INTO "ChangeText" ("changeId", "salt", "text")
  SELECT id, salt, text FROM numbered WHERE text IS NOT NULL
)
INSERT INTO "Change" ("id", "at", "actorId", "via", "placeId", "subject", "subjectId", "before", "after", "textHash")
SELECT id, at, "actorId",
  CASE WHEN EXISTS (
    SELECT 1 FROM "FaceCheck" f
    WHERE f."userId" = n."studentId" AND f.at = n.at AND f."kioskId" IS NOT NULL
      AND (n."sessionId" IS NULL OR f."sessionId" = n."sessionId")
  ) THEN 'KIOSK'::"ChangeVia" ELSE 'WEB'::"ChangeVia" END,
  "placeId", subject, "subjectId", before, after, sha256(salt || convert_to(text, 'UTF8'))
FROM numbered n ORDER BY id;

SELECT setval('"Change_id_seq"', (SELECT coalesce(max(id), 0) + 1 FROM "Change"), false);

-- DropTable
DROP TABLE "AttendanceChange";

-- DropTable
DROP TABLE "FaceOffChange";

-- CreateIndex
CREATE INDEX "Change_subjectId_subject_id_idx" ON "Change"("subjectId", "subject", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ChangeBlock_upTo_key" ON "ChangeBlock"("upTo");

-- What the schema file cannot say, written by hand.

ALTER TABLE "Change"
  ADD CONSTRAINT "Change_before_after_check" CHECK (
    ("before" IS NOT NULL OR "after" IS NOT NULL)
    AND (jsonb_typeof("before") = 'object') IS NOT FALSE
    AND (jsonb_typeof("after") = 'object') IS NOT FALSE
  );

ALTER TABLE "ChangeBlock"
  ADD CONSTRAINT "ChangeBlock_rows_check" CHECK (
    (cardinality("rowIds") > 0 AND cardinality("rowIds") = cardinality("rowHashes")) IS TRUE
  );

-- Not ENABLE ALWAYS: a session whose session_replication_role is replica empties the databases of tests.
CREATE FUNCTION refuse_all_but_insert() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION 'rows of "%" are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "Change_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Change"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_all_but_insert();
CREATE TRIGGER "ChangeBlock_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ChangeBlock"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_all_but_insert();
-- A text is erased, never another.
CREATE TRIGGER "ChangeText_no_update" BEFORE UPDATE ON "ChangeText"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_all_but_insert();

-- Ids are given out in the order of commits, whoever writes: before its first row gets an id, a transaction takes
-- the lock under which events are published and blocks are sealed (src/server/db/publishing-lock.ts).
CREATE FUNCTION hold_publishing() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7315001);
  RETURN NULL;
END $$;

CREATE TRIGGER "Change_in_order" BEFORE INSERT ON "Change"
  FOR EACH STATEMENT EXECUTE FUNCTION hold_publishing();

-- Whatever is erased takes the texts about it along.
CREATE FUNCTION erase_change_texts() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM "ChangeText" WHERE "changeId" IN (
    SELECT c.id FROM "Change" c JOIN gone ON gone.id = c."subjectId" WHERE c."textHash" IS NOT NULL
  );
  RETURN NULL;
END $$;

CREATE TRIGGER "Attendance_erase_texts" AFTER DELETE ON "Attendance" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION erase_change_texts();
CREATE TRIGGER "User_erase_texts" AFTER DELETE ON "User" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION erase_change_texts();
