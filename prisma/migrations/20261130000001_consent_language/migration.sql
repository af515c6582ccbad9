-- In which language the notice was read; not known of those who agreed before.
ALTER TABLE "Consent" ADD COLUMN "language" TEXT;
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_language_is_a_language" CHECK ("language" ~ '^[a-z]{2}$');
