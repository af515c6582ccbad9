-- Photos of a class that are looked at while their names are confirmed, and roll calls that can be undone.

-- Small and sealed, from when a photo was read until the roll call is over; the photo itself goes as before.
ALTER TABLE "RollCallPhoto" ADD COLUMN "view" BYTEA,
  ADD CONSTRAINT "RollCallPhoto_view_check" CHECK (
    "view" IS NULL OR "doneAt" IS NOT NULL AND octet_length("view") BETWEEN 30 AND 8000000 AND substring("view" FROM 1 FOR 1) = '\x01'
  );

ALTER TABLE "RollCall" ADD COLUMN "markedIds" UUID[] DEFAULT ARRAY[]::UUID[],
  ADD COLUMN "undoneAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT "RollCall_undone_check" CHECK (
    "undoneAt" IS NULL OR "state" = 'CONFIRMED' AND "undoneAt" >= "confirmedAt" AND cardinality("markedIds") = 0
  ),
  ADD CONSTRAINT "RollCall_marked_check" CHECK ("state" = 'CONFIRMED' OR cardinality("markedIds") = 0);

-- Undone once, and for good.
CREATE FUNCTION refuse_to_undo_again() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_row('RollCall_undone_once_check', 'A roll call is undone once');
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "RollCall_undone_once" AFTER UPDATE OF "undoneAt" ON "RollCall"
  FOR EACH ROW WHEN (OLD."undoneAt" IS NOT NULL AND NEW."undoneAt" IS DISTINCT FROM OLD."undoneAt")
  EXECUTE FUNCTION refuse_to_undo_again();

-- Why a session was deleted stays, with who deleted it, and goes with its class.
CREATE FUNCTION erase_texts_of_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM "ChangeText" WHERE "changeId" IN (
    SELECT c.id FROM "Change" c JOIN gone ON gone.id = c."placeId" WHERE c."subject" = 'session' AND c."textHash" IS NOT NULL
  );
  RETURN NULL;
END $$;
CREATE TRIGGER "Place_erase_session_texts" AFTER DELETE ON "Place" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION erase_texts_of_place();

-- The sessions of a class that were deleted.
CREATE INDEX "Change_placeId_subject_id_idx" ON "Change"("placeId", "subject", "id");
