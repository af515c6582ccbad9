-- CreateEnum
CREATE TYPE "CalibrationScore" AS ENUM ('COSINE', 'COHORT');

-- AlterTable
ALTER TABLE "Calibration" ADD COLUMN     "score" "CalibrationScore" NOT NULL DEFAULT 'COSINE',
ADD COLUMN     "wanted" JSONB;

-- AlterTable
ALTER TABLE "FaceCheck" ADD COLUMN     "cosine" DOUBLE PRECISION,
ADD COLUMN     "lead" DOUBLE PRECISION;

-- What explains a score is erased with it.
ALTER TABLE "FaceCheck"
  ADD CONSTRAINT "FaceCheck_cosine_check" CHECK ("similarity" IS NOT NULL OR ("cosine" IS NULL AND "lead" IS NULL));
