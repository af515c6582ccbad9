-- Counters of tries, counted by one statement each. What was counted before only ever lasted for an hour.
DROP TABLE "RateLimiterFlexible";
CREATE TABLE "TryCount" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TryCount_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "TryCount_expire_idx" ON "TryCount"("expire");

-- Since when somebody guesses at a code, which is longer from then on.
ALTER TABLE "ClassSession" ADD COLUMN "codeGuessedAt" TIMESTAMPTZ(3);
ALTER TABLE "Workplace" ADD COLUMN "codeGuessedAt" TIMESTAMPTZ(3);
