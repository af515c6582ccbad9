-- CreateEnum
CREATE TYPE "ProgramEnd" AS ENUM ('SIGNED_OUT', 'REVOKED', 'REPLACED', 'REUSE');

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgramSignIn" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "sessionVersion" INTEGER NOT NULL,
    "name" TEXT,
    "familyHash" BYTEA NOT NULL,
    "turnHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" "ProgramEnd",

    CONSTRAINT "ProgramSignIn_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");

-- CreateIndex
CREATE INDEX "ApiToken_expiresAt_idx" ON "ApiToken"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "ProgramSignIn_familyHash_key" ON "ProgramSignIn"("familyHash");

-- CreateIndex
CREATE INDEX "ProgramSignIn_userId_lastUsedAt_idx" ON "ProgramSignIn"("userId", "lastUsedAt");

-- CreateIndex
CREATE INDEX "ProgramSignIn_expiresAt_idx" ON "ProgramSignIn"("expiresAt");

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgramSignIn" ADD CONSTRAINT "ProgramSignIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema file cannot say, written by hand. Times are counted in hours: a year is 8,760 of them, in every time zone.

ALTER TABLE "ApiToken"
  ADD CONSTRAINT "ApiToken_tokenHash_check" CHECK (octet_length("tokenHash") = 32),
  ADD CONSTRAINT "ApiToken_scopes_check" CHECK (cardinality("scopes") > 0 AND "scopes" IS NOT NULL),
  ADD CONSTRAINT "ApiToken_expiresAt_check" CHECK (
    "expiresAt" > "createdAt" AND "expiresAt" <= "createdAt" + interval '8760 hours'
  );

ALTER TABLE "ProgramSignIn"
  ADD CONSTRAINT "ProgramSignIn_hashes_check" CHECK (
    octet_length("familyHash") = 32 AND octet_length("turnHash") = 32
  ),
  ADD CONSTRAINT "ProgramSignIn_expiresAt_check" CHECK (
    "expiresAt" > "createdAt" AND "expiresAt" <= "createdAt" + interval '8760 hours'
  ),
  ADD CONSTRAINT "ProgramSignIn_endedAt_check" CHECK (("endedAt" IS NULL) = ("endedBy" IS NULL));
