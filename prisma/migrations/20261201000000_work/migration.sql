-- Work: terms, time and pay beside the classes. Nothing that is there changes.

-- Equality beside ranges, for exclusion constraints. A trusted extension: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateEnum
CREATE TYPE "Weekday" AS ENUM ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY');

-- CreateEnum
CREATE TYPE "PayCycle" AS ENUM ('WEEKLY', 'TWO_WEEKLY', 'SEMI_MONTHLY', 'MONTHLY');

-- CreateEnum
CREATE TYPE "OutsideSites" AS ENUM ('NOTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "EntryMethod" AS ENUM ('FACE', 'PIN', 'CODE', 'HAND', 'CORRECTION', 'LONGEST_SHIFT');

-- CreateEnum
CREATE TYPE "SiteCheck" AS ENUM ('INSIDE', 'OUTSIDE');

-- CreateEnum
CREATE TYPE "EntryFlag" AS ENUM ('FORGOTTEN_OUT');

-- CreateEnum
CREATE TYPE "CorrectionState" AS ENUM ('ASKED', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'APPLIED', 'AGREED', 'DISPUTED', 'SETTLED');

-- AlterTable
ALTER TABLE "Leader" ADD COLUMN     "mayApprove" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mayPay" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "seesWages" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Workplace" (
    "id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "weekStart" "Weekday" NOT NULL,
    "payCycle" "PayCycle" NOT NULL,
    "firstPeriod" DATE NOT NULL,
    "longestShiftMinutes" INTEGER NOT NULL DEFAULT 960,
    "faceClocking" BOOLEAN NOT NULL,
    "outsideSites" "OutsideSites" NOT NULL DEFAULT 'NOTED',

    CONSTRAINT "Workplace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkKind" (
    "id" UUID NOT NULL,
    "workplaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkKind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Site" (
    "id" UUID NOT NULL,
    "workplaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "radius" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RuleSet" (
    "id" UUID NOT NULL,
    "workplaceId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "preset" TEXT,
    "rules" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "RuleSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Holiday" (
    "workplaceId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("workplaceId","day")
);

-- CreateTable
CREATE TABLE "Employment" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "workplaceId" UUID NOT NULL,
    "startedOn" DATE NOT NULL,
    "endedOn" DATE,
    "jobTitle" TEXT,
    "externalNumber" TEXT,
    "contractMinutes" INTEGER,
    "concurrent" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Employment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rate" (
    "id" UUID NOT NULL,
    "employmentId" UUID NOT NULL,
    "kindId" UUID,
    "from" DATE NOT NULL,
    "minorPerHour" INTEGER NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "Rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmploymentInvitation" (
    "id" UUID NOT NULL,
    "workplaceId" UUID NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "linkHash" BYTEA NOT NULL,
    "startedOn" DATE NOT NULL,
    "jobTitle" TEXT,
    "externalNumber" TEXT,
    "contractMinutes" INTEGER,
    "minorPerHour" INTEGER,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EmploymentInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KioskPin" (
    "memberId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "misses" INTEGER NOT NULL DEFAULT 0,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "lockedAt" TIMESTAMPTZ(3),

    CONSTRAINT "KioskPin_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "TimeEntry" (
    "id" UUID NOT NULL,
    "employmentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "workplaceId" UUID NOT NULL,
    "kindId" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "inMethod" "EntryMethod" NOT NULL,
    "outMethod" "EntryMethod",
    "inSite" "SiteCheck",
    "inDistance" INTEGER,
    "outSite" "SiteCheck",
    "outDistance" INTEGER,
    "flag" "EntryFlag",
    "undisputedUntil" TIMESTAMPTZ(3),
    "workedThrough" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TimeEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Break" (
    "id" UUID NOT NULL,
    "timeEntryId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "paid" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Break_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "employmentId" UUID NOT NULL,
    "timeEntryId" UUID,
    "askedById" UUID NOT NULL,
    "state" "CorrectionState" NOT NULL,
    "wanted" JSONB,
    "before" JSONB,
    "reason" TEXT NOT NULL,
    "answer" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PayPeriod" (
    "id" UUID NOT NULL,
    "workplaceId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PayPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Timesheet" (
    "periodId" UUID NOT NULL,
    "employmentId" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3),
    "approvedAt" TIMESTAMPTZ(3),
    "approvedById" UUID,

    CONSTRAINT "Timesheet_pkey" PRIMARY KEY ("periodId","employmentId")
);

-- CreateTable
CREATE TABLE "Extra" (
    "id" UUID NOT NULL,
    "employmentId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "minutes" INTEGER,
    "amountMinor" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Extra_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "employmentId" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "grossMinor" BIGINT NOT NULL,
    "paidOn" DATE NOT NULL,
    "method" TEXT NOT NULL,
    "reference" TEXT,
    "madeById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentLine" (
    "paymentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "timeEntryId" UUID,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "minutes" INTEGER NOT NULL,
    "rateMinor" BIGINT,
    "factor" TEXT,
    "amountMinor" BIGINT NOT NULL,
    "ofPeriodId" UUID,

    CONSTRAINT "PaymentLine_pkey" PRIMARY KEY ("paymentId","position")
);

-- CreateTable
CREATE TABLE "PaidStretch" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "employmentId" UUID NOT NULL,
    "timeEntryId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaidStretch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WorkKind_workplaceId_name_key" ON "WorkKind"("workplaceId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "WorkKind_id_workplaceId_key" ON "WorkKind"("id", "workplaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Site_workplaceId_name_key" ON "Site"("workplaceId", "name");

-- CreateIndex
CREATE INDEX "RuleSet_workplaceId_from_idx" ON "RuleSet"("workplaceId", "from");

-- CreateIndex
CREATE INDEX "Employment_memberId_userId_workplaceId_idx" ON "Employment"("memberId", "userId", "workplaceId");

-- CreateIndex
CREATE INDEX "Employment_workplaceId_endedOn_idx" ON "Employment"("workplaceId", "endedOn");

-- CreateIndex
CREATE INDEX "Employment_userId_idx" ON "Employment"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Employment_id_userId_workplaceId_key" ON "Employment"("id", "userId", "workplaceId");

-- CreateIndex
CREATE INDEX "Rate_employmentId_from_idx" ON "Rate"("employmentId", "from");

-- CreateIndex
CREATE INDEX "Rate_kindId_idx" ON "Rate"("kindId");

-- CreateIndex
CREATE UNIQUE INDEX "EmploymentInvitation_linkHash_key" ON "EmploymentInvitation"("linkHash");

-- CreateIndex
CREATE INDEX "EmploymentInvitation_email_idx" ON "EmploymentInvitation"("email");

-- CreateIndex
CREATE INDEX "EmploymentInvitation_invitedById_idx" ON "EmploymentInvitation"("invitedById");

-- CreateIndex
CREATE UNIQUE INDEX "EmploymentInvitation_workplaceId_email_key" ON "EmploymentInvitation"("workplaceId", "email");

-- CreateIndex
CREATE INDEX "TimeEntry_employmentId_userId_workplaceId_idx" ON "TimeEntry"("employmentId", "userId", "workplaceId");

-- CreateIndex
CREATE INDEX "TimeEntry_employmentId_startedAt_idx" ON "TimeEntry"("employmentId", "startedAt");

-- CreateIndex
CREATE INDEX "TimeEntry_workplaceId_startedAt_idx" ON "TimeEntry"("workplaceId", "startedAt");

-- CreateIndex
CREATE INDEX "TimeEntry_userId_startedAt_idx" ON "TimeEntry"("userId", "startedAt");

-- CreateIndex
CREATE INDEX "TimeEntry_kindId_workplaceId_idx" ON "TimeEntry"("kindId", "workplaceId");

-- CreateIndex
CREATE INDEX "Break_timeEntryId_startedAt_idx" ON "Break"("timeEntryId", "startedAt");

-- CreateIndex
CREATE INDEX "Correction_employmentId_createdAt_idx" ON "Correction"("employmentId", "createdAt");

-- CreateIndex
CREATE INDEX "Correction_timeEntryId_idx" ON "Correction"("timeEntryId");

-- CreateIndex
CREATE INDEX "Correction_state_createdAt_idx" ON "Correction"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "PayPeriod_workplaceId_from_key" ON "PayPeriod"("workplaceId", "from");

-- CreateIndex
CREATE INDEX "Timesheet_employmentId_idx" ON "Timesheet"("employmentId");

-- CreateIndex
CREATE INDEX "Extra_employmentId_day_idx" ON "Extra"("employmentId", "day");

-- CreateIndex
CREATE INDEX "Payment_periodId_employmentId_idx" ON "Payment"("periodId", "employmentId");

-- CreateIndex
CREATE INDEX "Payment_employmentId_createdAt_idx" ON "Payment"("employmentId", "createdAt");

-- CreateIndex
CREATE INDEX "PaymentLine_ofPeriodId_idx" ON "PaymentLine"("ofPeriodId");

-- CreateIndex
CREATE INDEX "PaidStretch_paymentId_idx" ON "PaidStretch"("paymentId");

-- CreateIndex
CREATE INDEX "PaidStretch_timeEntryId_idx" ON "PaidStretch"("timeEntryId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_id_userId_placeId_key" ON "Member"("id", "userId", "placeId");

-- AddForeignKey
ALTER TABLE "Workplace" ADD CONSTRAINT "Workplace_id_fkey" FOREIGN KEY ("id") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkKind" ADD CONSTRAINT "WorkKind_workplaceId_fkey" FOREIGN KEY ("workplaceId") REFERENCES "Workplace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_workplaceId_fkey" FOREIGN KEY ("workplaceId") REFERENCES "Workplace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleSet" ADD CONSTRAINT "RuleSet_workplaceId_fkey" FOREIGN KEY ("workplaceId") REFERENCES "Workplace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holiday" ADD CONSTRAINT "Holiday_workplaceId_fkey" FOREIGN KEY ("workplaceId") REFERENCES "Workplace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Employment" ADD CONSTRAINT "Employment_memberId_userId_workplaceId_fkey" FOREIGN KEY ("memberId", "userId", "workplaceId") REFERENCES "Member"("id", "userId", "placeId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Employment" ADD CONSTRAINT "Employment_workplaceId_fkey" FOREIGN KEY ("workplaceId") REFERENCES "Workplace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rate" ADD CONSTRAINT "Rate_employmentId_fkey" FOREIGN KEY ("employmentId") REFERENCES "Employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rate" ADD CONSTRAINT "Rate_kindId_fkey" FOREIGN KEY ("kindId") REFERENCES "WorkKind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmploymentInvitation" ADD CONSTRAINT "EmploymentInvitation_workplaceId_fkey" FOREIGN KEY ("workplaceId") REFERENCES "Workplace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KioskPin" ADD CONSTRAINT "KioskPin_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeEntry" ADD CONSTRAINT "TimeEntry_employmentId_userId_workplaceId_fkey" FOREIGN KEY ("employmentId", "userId", "workplaceId") REFERENCES "Employment"("id", "userId", "workplaceId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeEntry" ADD CONSTRAINT "TimeEntry_kindId_workplaceId_fkey" FOREIGN KEY ("kindId", "workplaceId") REFERENCES "WorkKind"("id", "workplaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Break" ADD CONSTRAINT "Break_timeEntryId_fkey" FOREIGN KEY ("timeEntryId") REFERENCES "TimeEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_employmentId_fkey" FOREIGN KEY ("employmentId") REFERENCES "Employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_timeEntryId_fkey" FOREIGN KEY ("timeEntryId") REFERENCES "TimeEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PayPeriod" ADD CONSTRAINT "PayPeriod_workplaceId_fkey" FOREIGN KEY ("workplaceId") REFERENCES "Workplace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Timesheet" ADD CONSTRAINT "Timesheet_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "PayPeriod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Timesheet" ADD CONSTRAINT "Timesheet_employmentId_fkey" FOREIGN KEY ("employmentId") REFERENCES "Employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extra" ADD CONSTRAINT "Extra_employmentId_fkey" FOREIGN KEY ("employmentId") REFERENCES "Employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "PayPeriod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_employmentId_fkey" FOREIGN KEY ("employmentId") REFERENCES "Employment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentLine" ADD CONSTRAINT "PaymentLine_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentLine" ADD CONSTRAINT "PaymentLine_ofPeriodId_fkey" FOREIGN KEY ("ofPeriodId") REFERENCES "PayPeriod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaidStretch" ADD CONSTRAINT "PaidStretch_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a leader of a workplace may: whoever pays sees what.
ALTER TABLE "Leader" ADD CONSTRAINT "Leader_pay_check" CHECK ("seesWages" OR NOT "mayPay");

-- Codes are written one way.
ALTER TABLE "Workplace" ADD CONSTRAINT "Workplace_country_check" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "Workplace" ADD CONSTRAINT "Workplace_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "Workplace" ADD CONSTRAINT "Workplace_longestShift_check" CHECK ("longestShiftMinutes" BETWEEN 60 AND 2880);
ALTER TABLE "Site" ADD CONSTRAINT "Site_check" CHECK ("latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180 AND "radius" BETWEEN 20 AND 50000);
ALTER TABLE "EmploymentInvitation" ADD CONSTRAINT "EmploymentInvitation_email_lower_check" CHECK ("email" = lower("email"));

-- Of one day one set of rules holds, and one rate of a kind (or of all kinds).
CREATE UNIQUE INDEX "RuleSet_in_force_key" ON "RuleSet"("workplaceId", "from") WHERE "supersededAt" IS NULL;
CREATE UNIQUE INDEX "Rate_in_force_key" ON "Rate"("employmentId", "kindId", "from") NULLS NOT DISTINCT WHERE "supersededAt" IS NULL;
ALTER TABLE "Rate" ADD CONSTRAINT "Rate_minorPerHour_check" CHECK ("minorPerHour" >= 0);

-- Nobody is employed twice at once by one place, and an employment does not end before it starts.
ALTER TABLE "Employment" ADD CONSTRAINT "Employment_days_check" CHECK ("endedOn" >= "startedOn");
ALTER TABLE "Employment" ADD CONSTRAINT "Employment_overlap_excl"
  EXCLUDE USING gist ("memberId" WITH =, daterange("startedOn", "endedOn", '[]') WITH &&);

-- Entries: out after in; one open one an employment, none that overlap; nothing shorter than what it holds.
ALTER TABLE "TimeEntry" ADD CONSTRAINT "TimeEntry_times_check" CHECK ("endedAt" >= "startedAt");
ALTER TABLE "TimeEntry" ADD CONSTRAINT "TimeEntry_out_check" CHECK (("endedAt" IS NULL) = ("outMethod" IS NULL));
ALTER TABLE "TimeEntry" ADD CONSTRAINT "TimeEntry_flag_check" CHECK ("flag" IS NULL OR "endedAt" IS NOT NULL);
ALTER TABLE "TimeEntry" ADD CONSTRAINT "TimeEntry_undisputed_check"
  CHECK ("undisputedUntil" IS NULL OR ("flag" IS NOT NULL AND "undisputedUntil" BETWEEN "startedAt" AND "endedAt"));
ALTER TABLE "TimeEntry" ADD CONSTRAINT "TimeEntry_distance_check" CHECK ("inDistance" % 100 = 0 AND "outDistance" % 100 = 0);
CREATE UNIQUE INDEX "TimeEntry_open_key" ON "TimeEntry"("employmentId") WHERE "endedAt" IS NULL AND "removedAt" IS NULL;
ALTER TABLE "TimeEntry" ADD CONSTRAINT "TimeEntry_overlap_excl"
  EXCLUDE USING gist ("employmentId" WITH =, tstzrange("startedAt", "endedAt") WITH &&) WHERE ("removedAt" IS NULL);
ALTER TABLE "Break" ADD CONSTRAINT "Break_times_check" CHECK ("endedAt" >= "startedAt");
CREATE UNIQUE INDEX "Break_open_key" ON "Break"("timeEntryId") WHERE "endedAt" IS NULL;
ALTER TABLE "Break" ADD CONSTRAINT "Break_overlap_excl"
  EXCLUDE USING gist ("timeEntryId" WITH =, tstzrange("startedAt", "endedAt") WITH &&);

-- Nobody works in two places at once, unless both allow it. The person's lock keeps two transactions from each missing
-- the other; what is refused does not say where.
CREATE FUNCTION refuse_work_elsewhere() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('time entries:' || NEW."userId", 0));
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
CREATE TRIGGER "TimeEntry_elsewhere" BEFORE INSERT OR UPDATE ON "TimeEntry"
  FOR EACH ROW WHEN (NEW."removedAt" IS NULL) EXECUTE FUNCTION refuse_work_elsewhere();

-- Periods of a workplace follow each other.
ALTER TABLE "PayPeriod" ADD CONSTRAINT "PayPeriod_days_check" CHECK ("to" >= "from");
ALTER TABLE "PayPeriod" ADD CONSTRAINT "PayPeriod_overlap_excl"
  EXCLUDE USING gist ("workplaceId" WITH =, daterange("from", "to", '[]') WITH &&);
ALTER TABLE "Timesheet" ADD CONSTRAINT "Timesheet_approved_check" CHECK (("approvedAt" IS NULL) = ("approvedById" IS NULL));

-- A minute is paid once.
ALTER TABLE "PaidStretch" ADD CONSTRAINT "PaidStretch_times_check" CHECK ("endedAt" > "startedAt");
ALTER TABLE "PaidStretch" ADD CONSTRAINT "PaidStretch_once_excl"
  EXCLUDE USING gist ("employmentId" WITH =, tstzrange("startedAt", "endedAt") WITH &&);

-- What was paid stays as it was, until its time is over: only whoever says so in their transaction takes it away.
CREATE FUNCTION refuse_payment_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('clockface.retention_over', true) = 'yes' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'Payments are never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'Payment_immutable_check';
END $$;
CREATE TRIGGER "Payment_immutable" BEFORE UPDATE OR DELETE ON "Payment" FOR EACH ROW EXECUTE FUNCTION refuse_payment_change();
CREATE TRIGGER "PaymentLine_immutable" BEFORE UPDATE OR DELETE ON "PaymentLine" FOR EACH ROW EXECUTE FUNCTION refuse_payment_change();
CREATE TRIGGER "PaidStretch_immutable" BEFORE UPDATE OR DELETE ON "PaidStretch" FOR EACH ROW EXECUTE FUNCTION refuse_payment_change();
