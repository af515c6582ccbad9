-- What the schema file cannot say, written by hand.

ALTER TABLE "User"
  ADD CONSTRAINT "User_email_lower_check" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "User_roles_check" CHECK (cardinality("roles") >= 1);

ALTER TABLE "SchoolClass"
  ADD CONSTRAINT "SchoolClass_lateAfterMinutes_check" CHECK ("lateAfterMinutes" BETWEEN 0 AND 240);

ALTER TABLE "ClassSession"
  ADD CONSTRAINT "ClassSession_lateAfterMinutes_check" CHECK ("lateAfterMinutes" BETWEEN 0 AND 240),
  ADD CONSTRAINT "ClassSession_planned_check" CHECK ("plannedEnd" > "plannedStart"),
  ADD CONSTRAINT "ClassSession_open_check" CHECK ("state" <> 'OPEN' OR "openedAt" IS NOT NULL),
  ADD CONSTRAINT "ClassSession_closed_check" CHECK ("state" <> 'CLOSED' OR "closedAt" IS NOT NULL);

-- At most one session of a class is open.
CREATE UNIQUE INDEX "ClassSession_one_open_key" ON "ClassSession"("classId") WHERE "state" = 'OPEN';

ALTER TABLE "Attendance"
  ADD CONSTRAINT "Attendance_clockedOutAt_check" CHECK ("clockedOutAt" >= "clockedInAt");

-- At most one consent of a person is active.
CREATE UNIQUE INDEX "Consent_one_active_key" ON "Consent"("userId") WHERE "withdrawnAt" IS NULL;
