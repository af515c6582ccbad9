-- CreateEnum
CREATE TYPE "CalibrationScore" AS ENUM ('COSINE', 'COHORT');

-- AlterTable
ALTER TABLE "Calibration" ADD COLUMN     "score" "CalibrationScore" NOT NULL DEFAULT 'COSINE',
ADD COLUMN     "wanted" JSONB;

-- AlterTable
ALTER TABLE "FaceCheck" ADD COLUMN     "cosine" DOUBLE PRECISION,
ADD COLUMN     "lead" DOUBLE PRECISION;
