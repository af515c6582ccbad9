-- What administrators did is read by what it was about, the newest first, whatever else the ledger holds.
CREATE INDEX "Change_subject_id_idx" ON "Change"("subject", "id");
-- Accounts are listed by name.
CREATE INDEX "User_name_id_idx" ON "User"("name", "id");
CREATE INDEX "Place_name_id_idx" ON "Place"("name", "id");
