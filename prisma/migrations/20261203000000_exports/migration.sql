-- CreateTable
CREATE TABLE "PayrollFormat" (
    "id" UUID NOT NULL,
    "workplaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "format" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PayrollFormat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PayrollExport" (
    "id" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "format" JSONB NOT NULL,
    "people" JSONB NOT NULL,
    "madeById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PayrollExport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PayrollFormat_workplaceId_name_key" ON "PayrollFormat"("workplaceId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "PayrollExport_periodId_number_key" ON "PayrollExport"("periodId", "number");

-- AddForeignKey
ALTER TABLE "PayrollFormat" ADD CONSTRAINT "PayrollFormat_workplaceId_fkey" FOREIGN KEY ("workplaceId") REFERENCES "Workplace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PayrollExport" ADD CONSTRAINT "PayrollExport_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "PayPeriod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PayrollExport" ADD CONSTRAINT "PayrollExport_number_check" CHECK ("number" > 0);

-- What payroll was told stays as it was, as what was paid does.
CREATE FUNCTION refuse_payroll_export_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('clockface.retention_over', true) = 'yes' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'Exports are never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'PayrollExport_immutable_check';
END $$;
CREATE TRIGGER "PayrollExport_immutable" BEFORE UPDATE OR DELETE ON "PayrollExport" FOR EACH ROW EXECUTE FUNCTION refuse_payroll_export_change();
