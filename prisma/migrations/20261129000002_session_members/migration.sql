-- CreateTable
CREATE TABLE "SessionMember" (
    "sessionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "SessionMember_pkey" PRIMARY KEY ("sessionId","classId","memberId")
);

-- CreateIndex
CREATE INDEX "SessionMember_memberId_classId_idx" ON "SessionMember"("memberId", "classId");

-- CreateIndex
CREATE UNIQUE INDEX "ClassSession_id_classId_key" ON "ClassSession"("id", "classId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_id_placeId_key" ON "Member"("id", "placeId");

-- AddForeignKey
ALTER TABLE "SessionMember" ADD CONSTRAINT "SessionMember_sessionId_classId_fkey" FOREIGN KEY ("sessionId", "classId") REFERENCES "ClassSession"("id", "classId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionMember" ADD CONSTRAINT "SessionMember_memberId_classId_fkey" FOREIGN KEY ("memberId", "classId") REFERENCES "Member"("id", "placeId") ON DELETE CASCADE ON UPDATE CASCADE;

-- A check or challenge of a session is at the place of that session, and of no other.
ALTER TABLE "FaceCheck" DROP CONSTRAINT "FaceCheck_sessionId_fkey";
ALTER TABLE "FaceChallenge" DROP CONSTRAINT "FaceChallenge_sessionId_fkey";

-- CreateIndex
CREATE INDEX "FaceCheck_sessionId_placeId_idx" ON "FaceCheck"("sessionId", "placeId");

-- CreateIndex
CREATE INDEX "FaceChallenge_sessionId_placeId_idx" ON "FaceChallenge"("sessionId", "placeId");

-- AddForeignKey
ALTER TABLE "FaceCheck" ADD CONSTRAINT "FaceCheck_sessionId_placeId_fkey" FOREIGN KEY ("sessionId", "placeId") REFERENCES "ClassSession"("id", "classId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceChallenge" ADD CONSTRAINT "FaceChallenge_sessionId_placeId_fkey" FOREIGN KEY ("sessionId", "placeId") REFERENCES "ClassSession"("id", "classId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema file cannot say, written by hand: who belonged to the sessions that have ended.

-- Anybody with a record did. Ending gave one to everybody who was in the class then, so where it made somebody absent
-- the records say it all: who came back later had left at that time, though "leftAt" no longer tells. Where it left no
-- such trace, whoever had joined by the end and had not left by then belonged too: one who was away then and came back
-- later cannot be told from them.
INSERT INTO "SessionMember" ("sessionId", "classId", "memberId", "joinedAt", "leftAt")
SELECT s."id", s."classId", r."id", r."joinedAt", CASE WHEN r."leftAt" <= s."closedAt" THEN r."leftAt" END
FROM "ClassSession" s
JOIN "Member" r ON r."placeId" = s."classId"
LEFT JOIN "Attendance" a ON a."sessionId" = s."id" AND a."studentId" = r."userId"
WHERE s."state" = 'CLOSED'
  AND (
    a."id" IS NOT NULL
    OR (
      r."joinedAt" <= s."closedAt"
      AND (r."leftAt" IS NULL OR r."leftAt" > s."closedAt")
      AND NOT EXISTS (
        SELECT 1 FROM "Attendance" made
        JOIN "AttendanceChange" c ON c."attendanceId" = made."id" AND c."method" = 'SESSION_END'
        WHERE made."sessionId" = s."id"
      )
    )
  );
