-- What a browser is called, without a sentence of one language around it: "Firefox on Linux" was one.
ALTER TABLE "SignInDevice" ADD COLUMN "browser" TEXT, ADD COLUMN "system" TEXT;
UPDATE "SignInDevice" SET
  "browser" = NULLIF(split_part("name", ' on ', 1), 'A browser'),
  "system" = NULLIF(split_part("name", ' on ', 2), '');
ALTER TABLE "SignInDevice" DROP COLUMN "name";
