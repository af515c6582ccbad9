-- CreateEnum
CREATE TYPE "KioskMode" AS ENUM ('ONE_AT_A_TIME', 'WALK_THROUGH');

-- AlterTable
ALTER TABLE "Kiosk" ADD COLUMN     "mode" "KioskMode" NOT NULL DEFAULT 'ONE_AT_A_TIME';
