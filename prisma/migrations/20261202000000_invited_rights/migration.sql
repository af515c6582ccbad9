-- An invitation to run a workplace says what one would be allowed to do there.
-- AlterTable
ALTER TABLE "LeaderInvitation" ADD COLUMN     "mayApprove" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mayPay" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "seesWages" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "LeaderInvitation" ADD CONSTRAINT "LeaderInvitation_pay_check" CHECK ("seesWages" OR NOT "mayPay");

-- The reasons of changes go with what they are about.
CREATE TRIGGER "Rate_erase_texts" AFTER DELETE ON "Rate" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION erase_change_texts();
CREATE TRIGGER "Employment_erase_texts" AFTER DELETE ON "Employment" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION erase_change_texts();
