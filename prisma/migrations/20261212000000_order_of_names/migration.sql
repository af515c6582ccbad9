-- Names stand in the order in which people read them, numbers in them by their size: that of `compareNames` in
-- src/domain/board. No index holds these columns, so that another version of ICU changes lists and breaks nothing.
CREATE COLLATION "names" (provider = icu, locale = 'es-u-kn');

ALTER TABLE "User" ALTER COLUMN "name" TYPE text COLLATE "names";
ALTER TABLE "Place" ALTER COLUMN "name" TYPE text COLLATE "names";
