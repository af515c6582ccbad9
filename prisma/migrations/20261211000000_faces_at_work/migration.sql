-- An employer may switch a face off as a teacher may, and only employers and administrators lift that again.
ALTER TYPE "FaceOffReason" ADD VALUE 'EMPLOYER';

-- A face check at work says to which entry of the same person and place it belongs, and goes with it.
CREATE UNIQUE INDEX "TimeEntry_id_userId_workplaceId_key" ON "TimeEntry"("id", "userId", "workplaceId");
ALTER TABLE "FaceCheck" ADD COLUMN "timeEntryId" UUID;
CREATE INDEX "FaceCheck_timeEntryId_userId_placeId_idx" ON "FaceCheck"("timeEntryId", "userId", "placeId");
ALTER TABLE "FaceCheck" ADD CONSTRAINT "FaceCheck_timeEntryId_userId_placeId_fkey" FOREIGN KEY ("timeEntryId", "userId", "placeId") REFERENCES "TimeEntry"("id", "userId", "workplaceId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FaceCheck" ADD CONSTRAINT "FaceCheck_timeEntry_check" CHECK ("timeEntryId" IS NULL OR ("userId" IS NOT NULL AND "placeId" IS NOT NULL AND "sessionId" IS NULL));
