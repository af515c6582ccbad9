-- What reaches into today is found from its end, however long the history is before it.
-- CreateIndex
CREATE INDEX "TimeEntry_workplaceId_endedAt_idx" ON "TimeEntry"("workplaceId", "endedAt");

-- CreateIndex
CREATE INDEX "TimeEntry_userId_endedAt_idx" ON "TimeEntry"("userId", "endedAt");

-- CreateIndex
CREATE INDEX "Payment_createdAt_id_idx" ON "Payment"("createdAt", "id");

-- The few that wait for a decision among all.
CREATE INDEX "TimeEntry_flag_idx" ON "TimeEntry"("workplaceId") WHERE "flag" IS NOT NULL AND "removedAt" IS NULL;
