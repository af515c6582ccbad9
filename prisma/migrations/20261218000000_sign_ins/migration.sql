-- CreateEnum
CREATE TYPE "SignInWay" AS ENUM ('PASSWORD', 'FACE', 'DEMO');

-- CreateEnum
CREATE TYPE "SignInEnd" AS ENUM ('SIGNED_OUT', 'REVOKED', 'REPLACED', 'EVERYWHERE', 'PASSWORD', 'ACCOUNT');

-- CreateTable
CREATE TABLE "SignIn" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "sessionVersion" INTEGER NOT NULL,
    "way" "SignInWay" NOT NULL,
    "browser" TEXT,
    "system" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" "SignInEnd",

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SignIn_userId_expiresAt_idx" ON "SignIn"("userId", "expiresAt");

-- CreateIndex
CREATE INDEX "SignIn_expiresAt_idx" ON "SignIn"("expiresAt");

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema file cannot say, written by hand.
ALTER TABLE "SignIn"
  ADD CONSTRAINT "SignIn_expiresAt_check" CHECK (
    "expiresAt" > "createdAt" AND "expiresAt" <= "createdAt" + interval '8 hours'
  ),
  ADD CONSTRAINT "SignIn_endedAt_check" CHECK (("endedAt" IS NULL) = ("endedBy" IS NULL));

-- A sign-in that has ended never counts again, and none passes to somebody else or is made longer.
CREATE FUNCTION refuse_sign_in_back() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF (OLD."endedAt" IS NOT NULL AND (NEW."endedAt", NEW."endedBy") IS DISTINCT FROM (OLD."endedAt", OLD."endedBy"))
    OR NEW."userId" <> OLD."userId" OR NEW."sessionVersion" <> OLD."sessionVersion" OR NEW."expiresAt" > OLD."expiresAt" THEN
    PERFORM refuse_row('SignIn_onward_check', 'A sign-in ends once, is one person''s, and is never made longer');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "SignIn_onward" AFTER UPDATE OF "userId", "sessionVersion", "expiresAt", "endedAt", "endedBy" ON "SignIn"
  FOR EACH ROW EXECUTE FUNCTION refuse_sign_in_back();
