-- DropIndex
DROP INDEX "LookAlike_model_bId_idx";

-- CreateIndex
CREATE INDEX "DuplicateCase_knownId_idx" ON "DuplicateCase"("knownId");

-- CreateIndex
CREATE INDEX "FaceChallenge_userId_idx" ON "FaceChallenge"("userId");

-- CreateIndex
CREATE INDEX "FaceCheck_kioskId_idx" ON "FaceCheck"("kioskId");

-- CreateIndex
CREATE INDEX "FaceCheck_calibrationId_idx" ON "FaceCheck"("calibrationId");

-- CreateIndex
CREATE INDEX "LookAlike_bId_idx" ON "LookAlike"("bId");

-- CreateIndex
CREATE INDEX "LookAlike_aId_idx" ON "LookAlike"("aId");

-- CreateIndex
CREATE INDEX "RefusedMatch_studentId_idx" ON "RefusedMatch"("studentId");

-- CreateIndex
CREATE INDEX "RollCall_createdById_idx" ON "RollCall"("createdById");

-- CreateIndex
CREATE INDEX "RollCall_calibrationId_idx" ON "RollCall"("calibrationId");

-- CreateIndex
CREATE INDEX "RollCallFace_photoId_idx" ON "RollCallFace"("photoId");

-- CreateIndex
CREATE INDEX "RollCallFace_studentId_idx" ON "RollCallFace"("studentId");
