-- Who teaches and who employs is appointed; accounts are disabled, reset and confirmed.

CREATE TYPE "AccountLinkKind" AS ENUM ('RESET_PASSWORD', 'CONFIRM_EMAIL');
CREATE TYPE "MailKind" AS ENUM ('RESET_PASSWORD', 'CONFIRM_EMAIL', 'ROLE_INVITATION', 'ROLE_GRANTED', 'ROLE_REFUSED');

ALTER TABLE "User" ADD COLUMN "emailConfirmedAt" TIMESTAMPTZ(3);
-- Somebody who waits to be appointed is nothing yet.
ALTER TABLE "User" DROP CONSTRAINT "User_roles_check";

CREATE TABLE "AccountLink" (
  "tokenHash" BYTEA NOT NULL,
  "userId" UUID NOT NULL,
  "kind" "AccountLinkKind" NOT NULL,
  "email" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "AccountLink_pkey" PRIMARY KEY ("tokenHash"),
  CONSTRAINT "AccountLink_hash_check" CHECK (octet_length("tokenHash") = 32),
  CONSTRAINT "AccountLink_email_check" CHECK ("kind" <> 'CONFIRM_EMAIL' OR "email" IS NOT NULL),
  CONSTRAINT "AccountLink_times_check" CHECK ("expiresAt" > "createdAt")
);
CREATE UNIQUE INDEX "AccountLink_userId_kind_key" ON "AccountLink"("userId", "kind");
CREATE INDEX "AccountLink_expiresAt_idx" ON "AccountLink"("expiresAt");
ALTER TABLE "AccountLink" ADD CONSTRAINT "AccountLink_userId_fkey"
  FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "RoleRequest" (
  "id" UUID NOT NULL,
  "userId" UUID NOT NULL,
  "role" "Role" NOT NULL,
  "askedAt" TIMESTAMPTZ(3) NOT NULL,
  "decidedAt" TIMESTAMPTZ(3),
  "decidedById" UUID,
  "granted" BOOLEAN,
  CONSTRAINT "RoleRequest_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "RoleRequest_role_check" CHECK ("role" IN ('TEACHER', 'EMPLOYER')),
  -- Who decided may be gone some day, but not what was decided.
  CONSTRAINT "RoleRequest_decision_check" CHECK (
    ("granted" IS NULL) = ("decidedAt" IS NULL) AND ("decidedById" IS NULL OR "decidedAt" IS NOT NULL)
    AND "decidedAt" >= "askedAt"
  ),
  CONSTRAINT "RoleRequest_not_oneself_check" CHECK ("decidedById" <> "userId")
);
CREATE UNIQUE INDEX "RoleRequest_open_key" ON "RoleRequest"("userId", "role") WHERE "decidedAt" IS NULL;
CREATE INDEX "RoleRequest_waiting_idx" ON "RoleRequest"("askedAt", "id") WHERE "decidedAt" IS NULL;
CREATE INDEX "RoleRequest_userId_askedAt_idx" ON "RoleRequest"("userId", "askedAt");
CREATE INDEX "RoleRequest_decidedById_idx" ON "RoleRequest"("decidedById");
ALTER TABLE "RoleRequest" ADD CONSTRAINT "RoleRequest_userId_fkey"
  FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RoleRequest" ADD CONSTRAINT "RoleRequest_decidedById_fkey"
  FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "RoleInvitation" (
  "id" UUID NOT NULL,
  "tokenHash" BYTEA NOT NULL,
  "email" TEXT NOT NULL,
  "role" "Role" NOT NULL,
  "mailed" BOOLEAN NOT NULL DEFAULT false,
  "invitedById" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "RoleInvitation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "RoleInvitation_role_check" CHECK ("role" IN ('TEACHER', 'EMPLOYER')),
  CONSTRAINT "RoleInvitation_hash_check" CHECK (octet_length("tokenHash") = 32),
  CONSTRAINT "RoleInvitation_times_check" CHECK ("expiresAt" > "createdAt")
);
CREATE UNIQUE INDEX "RoleInvitation_tokenHash_key" ON "RoleInvitation"("tokenHash");
CREATE UNIQUE INDEX "RoleInvitation_email_key" ON "RoleInvitation"("email");
CREATE INDEX "RoleInvitation_invitedById_idx" ON "RoleInvitation"("invitedById");
CREATE INDEX "RoleInvitation_expiresAt_idx" ON "RoleInvitation"("expiresAt");
ALTER TABLE "RoleInvitation" ADD CONSTRAINT "RoleInvitation_invitedById_fkey"
  FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "Mail" (
  "id" UUID NOT NULL,
  "kind" "MailKind" NOT NULL,
  "email" TEXT NOT NULL,
  "locale" TEXT,
  "role" "Role",
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "sentAt" TIMESTAMPTZ(3),
  CONSTRAINT "Mail_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Mail_role_check" CHECK (("role" IS NOT NULL) = ("kind" IN ('ROLE_INVITATION', 'ROLE_GRANTED', 'ROLE_REFUSED'))),
  CONSTRAINT "Mail_times_check" CHECK ("sentAt" >= "createdAt")
);
CREATE INDEX "Mail_createdAt_idx" ON "Mail"("createdAt");
-- One that waits says it once.
CREATE UNIQUE INDEX "Mail_waiting_key" ON "Mail"("email", "kind") WHERE "sentAt" IS NULL AND "kind" IN ('RESET_PASSWORD', 'CONFIRM_EMAIL');
