-- Whose account a mail is about, where its address is not the account's.
ALTER TABLE "Mail" ADD COLUMN "userId" UUID;
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_userId_check" CHECK (("userId" IS NOT NULL) = ("kind" IN ('CHANGE_EMAIL', 'EMAIL_CHANGED')));
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "Mail_userId_idx" ON "Mail"("userId");
ALTER TABLE "AccountLink" ADD CONSTRAINT "AccountLink_new_email_check" CHECK ("kind" <> 'CHANGE_EMAIL' OR "email" IS NOT NULL);

-- Since when an account has its address, where it changed: what was offered to that address before was not for it.
ALTER TABLE "User" ADD COLUMN "emailSince" TIMESTAMPTZ(3);

-- Whether somebody may leave a class by themselves.
ALTER TABLE "SchoolClass" ADD COLUMN "mayLeave" BOOLEAN NOT NULL DEFAULT true;
