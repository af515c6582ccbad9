-- CreateTable
CREATE TABLE "Erasure" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "what" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "notedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Erasure_notedAt_at_idx" ON "Erasure"("notedAt", "at");

-- What is erased of people is on the list, whoever deletes it and by whatever it is taken along. Whoever may delete
-- may add to the list, and to nothing else by that. A face is told by whoever erases it: much of that is no row.
CREATE FUNCTION note_erasure() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO "Erasure" ("what", "subjectId") SELECT TG_TABLE_NAME, "id" FROM gone;
  RETURN NULL;
END $$;

CREATE TRIGGER "User_note_erasure" AFTER DELETE ON "User" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION note_erasure();
CREATE TRIGGER "Place_note_erasure" AFTER DELETE ON "Place" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION note_erasure();
CREATE TRIGGER "Member_note_erasure" AFTER DELETE ON "Member" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION note_erasure();
CREATE TRIGGER "EnrolmentPhoto_note_erasure" AFTER DELETE ON "EnrolmentPhoto" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION note_erasure();
CREATE TRIGGER "Employment_note_erasure" AFTER DELETE ON "Employment" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION note_erasure();
CREATE TRIGGER "TimeEntry_note_erasure" AFTER DELETE ON "TimeEntry" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION note_erasure();
CREATE TRIGGER "Correction_note_erasure" AFTER DELETE ON "Correction" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION note_erasure();
CREATE TRIGGER "Extra_note_erasure" AFTER DELETE ON "Extra" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION note_erasure();
CREATE TRIGGER "Payment_note_erasure" AFTER DELETE ON "Payment" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION note_erasure();
CREATE TRIGGER "PayrollExport_note_erasure" AFTER DELETE ON "PayrollExport" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION note_erasure();
