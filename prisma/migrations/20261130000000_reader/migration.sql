-- In which language, and by which clock, somebody reads.
ALTER TABLE "User" ADD COLUMN "locale" TEXT, ADD COLUMN "timeZone" TEXT;
ALTER TABLE "User" ADD CONSTRAINT "User_locale_is_a_language" CHECK ("locale" ~ '^[a-z]{2}$');
ALTER TABLE "User" ADD CONSTRAINT "User_timeZone_is_short" CHECK (length("timeZone") BETWEEN 1 AND 64);
ALTER TABLE "Kiosk" ADD COLUMN "locale" TEXT;
ALTER TABLE "Kiosk" ADD CONSTRAINT "Kiosk_locale_is_a_language" CHECK ("locale" ~ '^[a-z]{2}$');
