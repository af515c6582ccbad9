CREATE TABLE "DemoAccount" (
    "userId" UUID NOT NULL,
    "sample" TEXT,

    CONSTRAINT "DemoAccount_pkey" PRIMARY KEY ("userId")
);

CREATE UNIQUE INDEX "DemoAccount_sample_key" ON "DemoAccount"("sample");

ALTER TABLE "DemoAccount" ADD CONSTRAINT "DemoAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "FirstAdminLink" (
    "tokenHash" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FirstAdminLink_pkey" PRIMARY KEY ("tokenHash")
);

ALTER TABLE "Installation" ADD COLUMN "demoRemovedAt" TIMESTAMPTZ(3);
