-- What those who lead a class write down about one of its students.
CREATE TABLE "StudentNote" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "authorId" UUID,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedById" UUID,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StudentNote_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "StudentNote_memberId_classId_createdAt_idx" ON "StudentNote"("memberId", "classId", "createdAt");
CREATE INDEX "StudentNote_classId_idx" ON "StudentNote"("classId");
CREATE INDEX "StudentNote_authorId_idx" ON "StudentNote"("authorId");
CREATE INDEX "StudentNote_editedById_idx" ON "StudentNote"("editedById");
ALTER TABLE "StudentNote" ADD CONSTRAINT "StudentNote_classId_fkey" FOREIGN KEY ("classId") REFERENCES "SchoolClass"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StudentNote" ADD CONSTRAINT "StudentNote_memberId_classId_fkey" FOREIGN KEY ("memberId", "classId") REFERENCES "Member"("id", "placeId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StudentNote" ADD CONSTRAINT "StudentNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "StudentNote" ADD CONSTRAINT "StudentNote_editedById_fkey" FOREIGN KEY ("editedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "StudentNote" ADD CONSTRAINT "StudentNote_text_check" CHECK (length("text") BETWEEN 1 AND 1000),
  ADD CONSTRAINT "StudentNote_edited_check" CHECK ("editedAt" >= "createdAt" AND ("editedAt" IS NOT NULL OR "editedById" IS NULL));

-- What a note is about, whose it is and since when does not change: only its words do.
CREATE FUNCTION refuse_other_note() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_row('StudentNote_same_check', 'A note stays about whom it was written');
  RETURN NULL;
END $$;
CREATE TRIGGER "StudentNote_same" BEFORE UPDATE ON "StudentNote" FOR EACH ROW
  WHEN (NEW."memberId" <> OLD."memberId" OR NEW."classId" <> OLD."classId" OR NEW."createdAt" <> OLD."createdAt"
    OR NEW."authorId" <> OLD."authorId")
  EXECUTE FUNCTION refuse_other_note();

-- Nothing is written about somebody whose account is deleted, not even at the same moment.
CREATE FUNCTION refuse_note_of_deleted() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE gone TIMESTAMPTZ;
BEGIN
  SELECT u."deletedAt" INTO gone FROM "User" u
    WHERE u."id" = (SELECT "userId" FROM "Member" WHERE "id" = NEW."memberId") FOR SHARE;
  IF gone IS NOT NULL THEN PERFORM refuse_row('StudentNote_of_deleted', 'Nothing begins for a deleted account'); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "StudentNote_of_deleted" AFTER INSERT ON "StudentNote" FOR EACH ROW EXECUTE FUNCTION refuse_note_of_deleted();

-- An account is deleted with the notes about its person too.
CREATE OR REPLACE FUNCTION refuse_half_deleted() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM "Leader" WHERE "userId" = NEW."id")
    OR EXISTS (SELECT FROM "Member" WHERE "userId" = NEW."id" AND "leftAt" IS NULL)
    OR EXISTS (SELECT FROM "StudentNote" n JOIN "Member" m ON m."id" = n."memberId" WHERE m."userId" = NEW."id")
    OR EXISTS (SELECT FROM "SignIn" WHERE "userId" = NEW."id")
    OR EXISTS (SELECT FROM "ApiToken" WHERE "userId" = NEW."id")
    OR EXISTS (SELECT FROM "ProgramSignIn" WHERE "userId" = NEW."id")
    OR EXISTS (SELECT FROM "EnrolmentPhoto" WHERE "userId" = NEW."id")
    OR EXISTS (SELECT FROM "Template" WHERE "userId" = NEW."id")
    OR EXISTS (SELECT FROM "Consent" WHERE "userId" = NEW."id" AND "withdrawnAt" IS NULL)
  THEN PERFORM refuse_row('User_deleted_whole', 'An account is deleted with all that it could do, and its face'); END IF;
  RETURN NULL;
END $$;
