-- An account that its person deleted: its row stays as somebody nobody knows, because records of sessions and hours hang
-- on it. Everything that was only the person's is gone.
ALTER TABLE "User" ADD COLUMN "deletedAt" TIMESTAMPTZ(3);
ALTER TABLE "User" ADD CONSTRAINT "User_deleted_check" CHECK (
  "deletedAt" IS NULL OR (
    "disabledAt" IS NOT NULL AND cardinality("roles") = 0 AND "email" = "id"::text || '@deleted.invalid'
    AND NOT "faceSignIn" AND "locale" IS NULL AND "timeZone" IS NULL AND "emailConfirmedAt" IS NULL
  )
);
-- The name under which a workplace keeps the records of somebody whose account is gone; it goes with them.
ALTER TABLE "Member" ADD COLUMN "keptName" TEXT;
ALTER TABLE "Member" ADD CONSTRAINT "Member_keptName_check" CHECK ("keptName" IS NULL OR "leftAt" IS NOT NULL);

-- What was deleted stays so: no name, address or role comes back.
CREATE FUNCTION refuse_back_to_life() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_row('User_deleted_stays', 'A deleted account stays deleted');
  RETURN NULL;
END $$;
CREATE TRIGGER "User_deleted_stays" BEFORE UPDATE ON "User" FOR EACH ROW
  WHEN (OLD."deletedAt" IS NOT NULL AND (
    NEW."deletedAt" IS DISTINCT FROM OLD."deletedAt" OR NEW."name" <> OLD."name" OR NEW."passwordHash" <> OLD."passwordHash"
  )) EXECUTE FUNCTION refuse_back_to_life();

-- Nothing begins for an account that is deleted, not even at the same moment: whoever deletes it holds its row.
CREATE FUNCTION refuse_for_deleted() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE gone TIMESTAMPTZ;
BEGIN
  -- Held before it is looked at, so that it is seen as it is by then.
  SELECT "deletedAt" INTO gone FROM "User" WHERE "id" = NEW."userId" FOR SHARE;
  IF gone IS NOT NULL THEN PERFORM refuse_row(TG_TABLE_NAME || '_of_deleted', 'Nothing begins for a deleted account'); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "SignIn_of_deleted" AFTER INSERT ON "SignIn" FOR EACH ROW EXECUTE FUNCTION refuse_for_deleted();
CREATE CONSTRAINT TRIGGER "ApiToken_of_deleted" AFTER INSERT ON "ApiToken" FOR EACH ROW EXECUTE FUNCTION refuse_for_deleted();
CREATE CONSTRAINT TRIGGER "ProgramSignIn_of_deleted" AFTER INSERT ON "ProgramSignIn" FOR EACH ROW EXECUTE FUNCTION refuse_for_deleted();
CREATE CONSTRAINT TRIGGER "Leader_of_deleted" AFTER INSERT ON "Leader" FOR EACH ROW EXECUTE FUNCTION refuse_for_deleted();
CREATE CONSTRAINT TRIGGER "Consent_of_deleted" AFTER INSERT ON "Consent" FOR EACH ROW EXECUTE FUNCTION refuse_for_deleted();
CREATE CONSTRAINT TRIGGER "EnrolmentPhoto_of_deleted" AFTER INSERT ON "EnrolmentPhoto" FOR EACH ROW EXECUTE FUNCTION refuse_for_deleted();
CREATE CONSTRAINT TRIGGER "Member_of_deleted" AFTER INSERT OR UPDATE OF "leftAt" ON "Member" FOR EACH ROW
  WHEN (NEW."leftAt" IS NULL) EXECUTE FUNCTION refuse_for_deleted();

-- An account is deleted once nothing is left that it could do, nor anything made from its face.
CREATE FUNCTION refuse_half_deleted() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM "Leader" WHERE "userId" = NEW."id")
    OR EXISTS (SELECT FROM "Member" WHERE "userId" = NEW."id" AND "leftAt" IS NULL)
    OR EXISTS (SELECT FROM "SignIn" WHERE "userId" = NEW."id")
    OR EXISTS (SELECT FROM "ApiToken" WHERE "userId" = NEW."id")
    OR EXISTS (SELECT FROM "ProgramSignIn" WHERE "userId" = NEW."id")
    OR EXISTS (SELECT FROM "EnrolmentPhoto" WHERE "userId" = NEW."id")
    OR EXISTS (SELECT FROM "Template" WHERE "userId" = NEW."id")
    OR EXISTS (SELECT FROM "Consent" WHERE "userId" = NEW."id" AND "withdrawnAt" IS NULL)
  THEN PERFORM refuse_row('User_deleted_whole', 'An account is deleted with all that it could do, and its face'); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "User_deleted_whole" AFTER UPDATE OF "deletedAt" ON "User" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."deletedAt" IS NOT NULL) EXECUTE FUNCTION refuse_half_deleted();

-- What administrators wrote about it goes with it, as when a row goes.
CREATE FUNCTION erase_texts_of_deleted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM "ChangeText" WHERE "changeId" IN (
    SELECT "id" FROM "Change" WHERE "subjectId" = NEW."id" AND "textHash" IS NOT NULL
  );
  RETURN NULL;
END $$;
CREATE TRIGGER "User_deleted_texts" AFTER UPDATE OF "deletedAt" ON "User" FOR EACH ROW
  WHEN (NEW."deletedAt" IS NOT NULL) EXECUTE FUNCTION erase_texts_of_deleted();
