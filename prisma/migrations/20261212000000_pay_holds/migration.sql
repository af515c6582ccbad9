-- Breaks outside their entry could not be calculated, so nothing was paid for them: what is outside goes.
DELETE FROM "Break" b USING "TimeEntry" e
WHERE e."id" = b."timeEntryId" AND (b."endedAt" < e."startedAt" OR b."startedAt" > e."endedAt");
UPDATE "Break" b SET "startedAt" = greatest(b."startedAt", e."startedAt"),
  "endedAt" = CASE WHEN b."endedAt" > e."endedAt" THEN e."endedAt" ELSE b."endedAt" END
FROM "TimeEntry" e
WHERE e."id" = b."timeEntryId" AND (b."startedAt" < e."startedAt" OR b."endedAt" > e."endedAt");

-- Breaks lie within their entry. Asked at the end of a transaction, for both change in one.
CREATE FUNCTION refuse_break_outside() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  entry uuid;
BEGIN
  IF TG_TABLE_NAME = 'Break' THEN
    entry := NEW."timeEntryId";
  ELSE
    entry := NEW."id";
  END IF;
  IF EXISTS (
    SELECT FROM "Break" b JOIN "TimeEntry" e ON e."id" = b."timeEntryId"
    WHERE e."id" = entry
      AND (b."startedAt" < e."startedAt" OR b."startedAt" > e."endedAt" OR b."endedAt" > e."endedAt")
  ) THEN
    RAISE EXCEPTION 'A break lies within its entry' USING ERRCODE = 'check_violation', CONSTRAINT = 'Break_within_check';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Break_within" AFTER INSERT OR UPDATE OF "timeEntryId", "startedAt", "endedAt" ON "Break"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_break_outside();
CREATE CONSTRAINT TRIGGER "TimeEntry_holds_breaks" AFTER UPDATE OF "startedAt", "endedAt" ON "TimeEntry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_break_outside();

-- Signatures and payments are those of a workplace: its period, and somebody employed there. Older rows stay.
CREATE FUNCTION refuse_other_workplace() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "PayPeriod" p, "Employment" e
    WHERE p."id" = NEW."periodId" AND e."id" = NEW."employmentId" AND p."workplaceId" <> e."workplaceId"
  ) THEN
    RAISE EXCEPTION 'A period and an employment of two workplaces'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_workplace_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Timesheet_workplace" BEFORE INSERT OR UPDATE OF "periodId", "employmentId" ON "Timesheet"
  FOR EACH ROW EXECUTE FUNCTION refuse_other_workplace();
CREATE TRIGGER "Payment_workplace" BEFORE INSERT OR UPDATE OF "periodId", "employmentId" ON "Payment"
  FOR EACH ROW EXECUTE FUNCTION refuse_other_workplace();

-- A rate is for a kind of work of its own workplace. Older rows stay.
CREATE FUNCTION refuse_other_kind() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "WorkKind" k, "Employment" e
    WHERE k."id" = NEW."kindId" AND e."id" = NEW."employmentId" AND k."workplaceId" <> e."workplaceId"
  ) THEN
    RAISE EXCEPTION 'A rate for a kind of work of another workplace'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Rate_kind_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Rate_kind" BEFORE INSERT OR UPDATE OF "kindId", "employmentId" ON "Rate"
  FOR EACH ROW EXECUTE FUNCTION refuse_other_kind();
