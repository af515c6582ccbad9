-- CreateEnum
CREATE TYPE "FaceOffReason" AS ENUM ('OWN_WISH', 'STAFF', 'TOO_MANY_MISSES');

-- CreateEnum
CREATE TYPE "LivenessPolicy" AS ENUM ('OFF', 'PAD', 'CHALLENGE');

-- CreateEnum
CREATE TYPE "ChallengeStep" AS ENUM ('TURN_LEFT', 'TURN_RIGHT', 'LOOK_UP', 'COME_CLOSER');

-- CreateEnum
CREATE TYPE "DuplicateState" AS ENUM ('OPEN', 'TWINS', 'SAME_PERSON');

-- CreateEnum
CREATE TYPE "RollCallState" AS ENUM ('WAITING', 'WORKING', 'READY', 'CONFIRMED', 'FAILED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "RollCallBand" AS ENUM ('SURE', 'LIKELY', 'UNKNOWN');

-- AlterEnum
ALTER TYPE "AttendanceMethod" ADD VALUE 'CODE';
ALTER TYPE "AttendanceMethod" ADD VALUE 'GROUP_PHOTO';

-- AlterEnum
ALTER TYPE "FaceCheckOutcome" ADD VALUE 'CHALLENGE_FAILED';

-- AlterEnum
ALTER TYPE "FaceCheckPurpose" ADD VALUE 'SIGN_IN';
ALTER TYPE "FaceCheckPurpose" ADD VALUE 'ROLL_CALL';

-- AlterTable
ALTER TABLE "FaceCheck" ADD COLUMN     "band" "RollCallBand",
ADD COLUMN     "calibrationId" INTEGER,
ADD COLUMN     "challenge" JSONB,
ADD COLUMN     "kioskId" UUID,
ADD COLUMN     "liveness" "LivenessPolicy",
ADD COLUMN     "secondFactor" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "userId" DROP NOT NULL,
ALTER COLUMN "sessionId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "RosterEntry" ADD COLUMN     "number" INTEGER;

-- Whoever is in a class already gets a number in the order of joining.
UPDATE "RosterEntry" SET "number" = ranked.place
  FROM (SELECT id, row_number() OVER (PARTITION BY "classId" ORDER BY "joinedAt", id) AS place FROM "RosterEntry") ranked
  WHERE "RosterEntry".id = ranked.id;
ALTER TABLE "RosterEntry" ALTER COLUMN "number" SET NOT NULL;

-- AlterTable
ALTER TABLE "SchoolClass" ADD COLUMN     "liveness" "LivenessPolicy" NOT NULL DEFAULT 'CHALLENGE';

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "faceOff" "FaceOffReason",
ADD COLUMN     "faceSignIn" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "FaceOffChange" (
    "id" BIGSERIAL NOT NULL,
    "userId" UUID NOT NULL,
    "reason" "FaceOffReason",
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FaceOffChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FaceChallenge" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "sessionId" UUID,
    "purpose" "FaceCheckPurpose" NOT NULL,
    "steps" "ChallengeStep"[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FaceChallenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FaceLock" (
    "key" TEXT NOT NULL,
    "misses" INTEGER NOT NULL,
    "pausedUntil" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FaceLock_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Calibration" (
    "id" SERIAL NOT NULL,
    "model" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "photos" INTEGER NOT NULL,
    "impostorPairs" INTEGER NOT NULL,
    "genuinePairs" INTEGER NOT NULL,
    "verify" DOUBLE PRECISION NOT NULL,
    "sure" DOUBLE PRECISION NOT NULL,
    "likely" DOUBLE PRECISION NOT NULL,
    "margin" DOUBLE PRECISION NOT NULL,
    "verifyFmr" DOUBLE PRECISION NOT NULL,
    "sureFmr" DOUBLE PRECISION NOT NULL,
    "curves" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Calibration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LookAlike" (
    "id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "aId" UUID NOT NULL,
    "bId" UUID NOT NULL,
    "similarity" DOUBLE PRECISION NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LookAlike_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DuplicateCase" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "knownId" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "image" BYTEA,
    "similarity" DOUBLE PRECISION,
    "state" "DuplicateState" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,

    CONSTRAINT "DuplicateCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnrolmentFailure" (
    "id" BIGSERIAL NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EnrolmentFailure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RollCall" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "state" "RollCallState" NOT NULL,
    "failure" TEXT,
    "model" TEXT,
    "calibrationId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RollCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RollCallPhoto" (
    "id" UUID NOT NULL,
    "rollCallId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "image" BYTEA,
    "fingerprint" BYTEA NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "problem" TEXT,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "RollCallPhoto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RollCallFace" (
    "id" UUID NOT NULL,
    "rollCallId" UUID NOT NULL,
    "photoId" UUID NOT NULL,
    "box" JSONB NOT NULL,
    "crop" BYTEA NOT NULL,
    "vector" BYTEA,
    "band" "RollCallBand" NOT NULL,
    "studentId" UUID,
    "others" UUID[],
    "similarity" DOUBLE PRECISION,

    CONSTRAINT "RollCallFace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefusedMatch" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "box" JSONB NOT NULL,
    "model" TEXT,
    "vector" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RefusedMatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInDevice" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInDevice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Kiosk" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "speaks" BOOLEAN NOT NULL DEFAULT false,
    "linkHash" BYTEA,
    "linkExpiresAt" TIMESTAMPTZ(3),
    "tokenHash" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "registeredAt" TIMESTAMPTZ(3),
    "lastSeenAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Kiosk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FaceOffChange_userId_id_idx" ON "FaceOffChange"("userId", "id");

-- CreateIndex
CREATE INDEX "FaceChallenge_expiresAt_idx" ON "FaceChallenge"("expiresAt");

-- CreateIndex
CREATE INDEX "FaceLock_updatedAt_idx" ON "FaceLock"("updatedAt");

-- CreateIndex
CREATE INDEX "Calibration_model_id_idx" ON "Calibration"("model", "id");

-- CreateIndex
CREATE INDEX "LookAlike_model_bId_idx" ON "LookAlike"("model", "bId");

-- CreateIndex
CREATE UNIQUE INDEX "LookAlike_model_aId_bId_key" ON "LookAlike"("model", "aId", "bId");

-- CreateIndex
CREATE INDEX "DuplicateCase_state_createdAt_idx" ON "DuplicateCase"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "DuplicateCase_userId_knownId_key" ON "DuplicateCase"("userId", "knownId");

-- CreateIndex
CREATE INDEX "EnrolmentFailure_at_idx" ON "EnrolmentFailure"("at");

-- CreateIndex
CREATE INDEX "RollCall_sessionId_createdAt_idx" ON "RollCall"("sessionId", "createdAt");

-- CreateIndex
CREATE INDEX "RollCall_state_createdAt_idx" ON "RollCall"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "RollCallPhoto_rollCallId_position_key" ON "RollCallPhoto"("rollCallId", "position");

-- CreateIndex
CREATE INDEX "RollCallFace_rollCallId_idx" ON "RollCallFace"("rollCallId");

-- CreateIndex
CREATE INDEX "RefusedMatch_classId_studentId_idx" ON "RefusedMatch"("classId", "studentId");

-- CreateIndex
CREATE INDEX "RefusedMatch_createdAt_idx" ON "RefusedMatch"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "SignInDevice_tokenHash_key" ON "SignInDevice"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInDevice_userId_lastUsedAt_idx" ON "SignInDevice"("userId", "lastUsedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Kiosk_linkHash_key" ON "Kiosk"("linkHash");

-- CreateIndex
CREATE UNIQUE INDEX "Kiosk_tokenHash_key" ON "Kiosk"("tokenHash");

-- CreateIndex
CREATE INDEX "Kiosk_classId_createdAt_idx" ON "Kiosk"("classId", "createdAt");

-- CreateIndex
CREATE INDEX "FaceCheck_at_idx" ON "FaceCheck"("at");

-- CreateIndex
CREATE UNIQUE INDEX "RosterEntry_classId_number_key" ON "RosterEntry"("classId", "number");

-- AddForeignKey
ALTER TABLE "FaceOffChange" ADD CONSTRAINT "FaceOffChange_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceOffChange" ADD CONSTRAINT "FaceOffChange_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceCheck" ADD CONSTRAINT "FaceCheck_kioskId_fkey" FOREIGN KEY ("kioskId") REFERENCES "Kiosk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceCheck" ADD CONSTRAINT "FaceCheck_calibrationId_fkey" FOREIGN KEY ("calibrationId") REFERENCES "Calibration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceChallenge" ADD CONSTRAINT "FaceChallenge_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceChallenge" ADD CONSTRAINT "FaceChallenge_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ClassSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookAlike" ADD CONSTRAINT "LookAlike_aId_fkey" FOREIGN KEY ("aId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookAlike" ADD CONSTRAINT "LookAlike_bId_fkey" FOREIGN KEY ("bId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicateCase" ADD CONSTRAINT "DuplicateCase_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicateCase" ADD CONSTRAINT "DuplicateCase_knownId_fkey" FOREIGN KEY ("knownId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollCall" ADD CONSTRAINT "RollCall_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ClassSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollCall" ADD CONSTRAINT "RollCall_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollCall" ADD CONSTRAINT "RollCall_calibrationId_fkey" FOREIGN KEY ("calibrationId") REFERENCES "Calibration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollCallPhoto" ADD CONSTRAINT "RollCallPhoto_rollCallId_fkey" FOREIGN KEY ("rollCallId") REFERENCES "RollCall"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollCallFace" ADD CONSTRAINT "RollCallFace_rollCallId_fkey" FOREIGN KEY ("rollCallId") REFERENCES "RollCall"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollCallFace" ADD CONSTRAINT "RollCallFace_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "RollCallPhoto"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollCallFace" ADD CONSTRAINT "RollCallFace_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefusedMatch" ADD CONSTRAINT "RefusedMatch_classId_fkey" FOREIGN KEY ("classId") REFERENCES "SchoolClass"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefusedMatch" ADD CONSTRAINT "RefusedMatch_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInDevice" ADD CONSTRAINT "SignInDevice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kiosk" ADD CONSTRAINT "Kiosk_classId_fkey" FOREIGN KEY ("classId") REFERENCES "SchoolClass"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema file cannot say, written by hand. New values of an enum may be named only as text here, because
-- they come into being with this very migration.

ALTER TABLE "RosterEntry" ADD CONSTRAINT "RosterEntry_number_check" CHECK ("number" >= 1);

ALTER TABLE "FaceCheck"
  ADD CONSTRAINT "FaceCheck_session_check" CHECK ("purpose"::text = 'SIGN_IN' OR "sessionId" IS NOT NULL),
  ADD CONSTRAINT "FaceCheck_unknown_check" CHECK ("userId" IS NOT NULL OR "outcome"::text <> 'MATCHED');

ALTER TABLE "LookAlike" ADD CONSTRAINT "LookAlike_order_check" CHECK ("aId" < "bId");

ALTER TABLE "DuplicateCase"
  ADD CONSTRAINT "DuplicateCase_other_check" CHECK ("userId" <> "knownId"),
  ADD CONSTRAINT "DuplicateCase_decided_check" CHECK (("state" = 'OPEN') = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "DuplicateCase_image_check" CHECK ("state" = 'OPEN' OR "image" IS NULL);

-- At most one roll call of a session is under way.
CREATE UNIQUE INDEX "RollCall_one_under_way_key" ON "RollCall"("sessionId")
  WHERE "state" IN ('WAITING', 'WORKING', 'READY');
