-- Their own migration: a value counts once the transaction that adds it is over.
ALTER TYPE "AccountLinkKind" ADD VALUE 'CHANGE_EMAIL';
ALTER TYPE "MailKind" ADD VALUE 'CHANGE_EMAIL';
ALTER TYPE "MailKind" ADD VALUE 'EMAIL_CHANGED';
