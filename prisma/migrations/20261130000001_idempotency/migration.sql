-- CreateTable
CREATE TABLE "IdempotentWrite" (
    "id" BYTEA NOT NULL,
    "userId" UUID,
    "fingerprint" BYTEA NOT NULL,
    "holder" UUID NOT NULL,
    "leaseUntil" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdempotentWrite_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "IdempotentWrite_userId_idx" ON "IdempotentWrite"("userId");

-- CreateIndex
CREATE INDEX "IdempotentWrite_createdAt_idx" ON "IdempotentWrite"("createdAt");

-- AddForeignKey
ALTER TABLE "IdempotentWrite" ADD CONSTRAINT "IdempotentWrite_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
