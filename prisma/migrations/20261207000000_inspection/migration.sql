-- CreateTable
CREATE TABLE "Inspection" (
    "id" UUID NOT NULL,
    "workplaceId" UUID NOT NULL,
    "linkHash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "wages" BOOLEAN NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Inspection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Inspection_linkHash_key" ON "Inspection"("linkHash");

-- CreateIndex
CREATE INDEX "Inspection_workplaceId_expiresAt_idx" ON "Inspection"("workplaceId", "expiresAt");

-- AddForeignKey
ALTER TABLE "Inspection" ADD CONSTRAINT "Inspection_workplaceId_fkey" FOREIGN KEY ("workplaceId") REFERENCES "Workplace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Inspection" ADD CONSTRAINT "Inspection_days_check" CHECK ("to" >= "from");
ALTER TABLE "Inspection" ADD CONSTRAINT "Inspection_limit_check" CHECK ("expiresAt" <= "createdAt" + interval '31 days');

-- Records of hours and pay stay until their years are over: only whoever says in their transaction before which day those
-- of everything are ('yes' where none counts, as with invented people) takes what is older away.
CREATE FUNCTION retention_is_over(moment timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE said text := COALESCE(current_setting('clockface.retention_over', true), '');
BEGIN
  IF said = 'yes' THEN RETURN true; END IF;
  IF said = '' THEN RETURN false; END IF;
  -- A day more than said, for the clocks of the world.
  RETURN moment IS NULL OR moment < said::date::timestamptz + interval '1 day';
END $$;

CREATE FUNCTION keep_record() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE gone jsonb := to_jsonb(OLD);
DECLARE over boolean;
BEGIN
  over := CASE TG_TABLE_NAME
    WHEN 'TimeEntry' THEN retention_is_over(COALESCE((gone ->> 'endedAt')::timestamptz, 'infinity'))
    WHEN 'Employment' THEN retention_is_over(COALESCE((gone ->> 'endedOn')::timestamptz, 'infinity'))
    WHEN 'Extra' THEN retention_is_over((gone ->> 'day')::timestamptz)
    ELSE retention_is_over(NULL)
  END;
  IF over THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'Records are kept until their years are over' USING ERRCODE = 'check_violation', CONSTRAINT = 'Record_kept_check';
END $$;
CREATE TRIGGER "TimeEntry_kept" BEFORE DELETE ON "TimeEntry" FOR EACH ROW EXECUTE FUNCTION keep_record();
CREATE TRIGGER "Employment_kept" BEFORE DELETE ON "Employment" FOR EACH ROW EXECUTE FUNCTION keep_record();
CREATE TRIGGER "Extra_kept" BEFORE DELETE ON "Extra" FOR EACH ROW EXECUTE FUNCTION keep_record();
CREATE TRIGGER "Rate_kept" BEFORE DELETE ON "Rate" FOR EACH ROW EXECUTE FUNCTION keep_record();
CREATE TRIGGER "Correction_kept" BEFORE DELETE ON "Correction" FOR EACH ROW EXECUTE FUNCTION keep_record();
CREATE TRIGGER "Timesheet_kept" BEFORE DELETE ON "Timesheet" FOR EACH ROW EXECUTE FUNCTION keep_record();

CREATE OR REPLACE FUNCTION refuse_payment_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'DELETE' AND retention_is_over((to_jsonb(OLD) ->> 'paidOn')::timestamptz) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'Payments are never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'Payment_immutable_check';
END $$;

CREATE OR REPLACE FUNCTION refuse_payroll_export_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'DELETE' AND retention_is_over(OLD."createdAt") THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'Exports are never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'PayrollExport_immutable_check';
END $$;
