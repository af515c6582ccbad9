-- The reasons of changes go with the entry that they are about, as those of attendance do.
CREATE TRIGGER "TimeEntry_erase_texts" AFTER DELETE ON "TimeEntry" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION erase_change_texts();

-- Whoever clocks at work does so for no session: a roll call alone is always of one. That each check but a sign-in has
-- its place stays said ("FaceCheck_place_check").
ALTER TABLE "FaceCheck" DROP CONSTRAINT "FaceCheck_session_check",
  ADD CONSTRAINT "FaceCheck_session_check" CHECK ("purpose" <> 'ROLL_CALL' OR "sessionId" IS NOT NULL);
