-- AlterTable
ALTER TABLE "EnrolmentPhoto" ADD COLUMN     "unreadBy" TEXT[] DEFAULT ARRAY[]::TEXT[];
