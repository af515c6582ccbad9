-- What an export told of its workplace stays as it was told.
-- AlterTable
ALTER TABLE "PayrollExport" ADD COLUMN "workplace" TEXT;
UPDATE "PayrollExport" x SET "workplace" = p."name"
FROM "PayPeriod" d JOIN "Place" p ON p."id" = d."workplaceId" WHERE d."id" = x."periodId";
ALTER TABLE "PayrollExport" ALTER COLUMN "workplace" SET NOT NULL;

-- Somebody is paid once for a period: what is corrected later belongs to the next payment.
DROP INDEX "Payment_periodId_employmentId_idx";
CREATE UNIQUE INDEX "Payment_periodId_employmentId_key" ON "Payment"("periodId", "employmentId");
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_gross_check" CHECK ("grossMinor" >= 0) NOT VALID;

-- No shift may be set to be longer, and so much earlier a period looks for what reaches into it. Older rows stay.
ALTER TABLE "TimeEntry" ADD CONSTRAINT "TimeEntry_longest_check"
  CHECK ("endedAt" - "startedAt" <= interval '72 hours') NOT VALID;

-- An entry that grows no longer takes no time from another place, whatever was allowed when both began.
CREATE OR REPLACE FUNCTION refuse_work_elsewhere() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('time entries:' || NEW."userId", 0));
  IF TG_OP = 'UPDATE' AND OLD."removedAt" IS NULL AND OLD."employmentId" = NEW."employmentId"
    AND tstzrange(OLD."startedAt", OLD."endedAt") @> tstzrange(NEW."startedAt", NEW."endedAt") THEN
    RETURN NEW;
  END IF;
  IF EXISTS (
    SELECT FROM "TimeEntry" other
    JOIN "Employment" own ON own."id" = NEW."employmentId"
    JOIN "Employment" theirs ON theirs."id" = other."employmentId"
    WHERE other."userId" = NEW."userId" AND other."employmentId" <> NEW."employmentId" AND other."removedAt" IS NULL
      AND tstzrange(other."startedAt", other."endedAt") && tstzrange(NEW."startedAt", NEW."endedAt")
      AND NOT (own."concurrent" AND theirs."concurrent")
  ) THEN
    RAISE EXCEPTION 'Nobody works in two places at once' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'TimeEntry_elsewhere_check';
  END IF;
  RETURN NEW;
END $$;
