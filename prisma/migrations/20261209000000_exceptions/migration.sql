-- What of the catalogue of exceptions is otherwise at a workplace.
-- AlterTable
ALTER TABLE "Workplace" ADD COLUMN "exceptions" JSONB NOT NULL DEFAULT '[]';
