-- What the code keeps to, the database refuses from now on. First the rows that a mistake may have left behind.

UPDATE "DuplicateCase" SET "similarity" = NULL WHERE "state" <> 'OPEN';
UPDATE "RollCallPhoto" SET "image" = NULL WHERE "doneAt" IS NOT NULL;
UPDATE "RollCall" SET "confirmedAt" = "createdAt" WHERE "state" = 'CONFIRMED' AND "confirmedAt" IS NULL;
UPDATE "RollCall" SET "confirmedAt" = NULL WHERE "state" <> 'CONFIRMED';
UPDATE "RefusedMatch" SET "model" = NULL, "vector" = NULL WHERE "model" IS NULL OR "vector" IS NULL;
DELETE FROM "RollCallPhoto" again USING "RollCallPhoto" first
  WHERE again."rollCallId" = first."rollCallId" AND again."fingerprint" = first."fingerprint"
    AND again."position" > first."position";

-- CreateIndex
CREATE UNIQUE INDEX "RollCallPhoto_rollCallId_fingerprint_key" ON "RollCallPhoto"("rollCallId", "fingerprint");

-- What the schema file cannot say, written by hand.

-- How near two accounts came is of no use once somebody has looked at both.
ALTER TABLE "DuplicateCase"
  ADD CONSTRAINT "DuplicateCase_similarity_check" CHECK ("state" = 'OPEN' OR "similarity" IS NULL);

-- A photo of the class goes as soon as it has been read.
ALTER TABLE "RollCallPhoto"
  ADD CONSTRAINT "RollCallPhoto_image_check" CHECK ("doneAt" IS NULL OR "image" IS NULL);

ALTER TABLE "RollCall"
  ADD CONSTRAINT "RollCall_confirmedAt_check" CHECK (("state" = 'CONFIRMED') = ("confirmedAt" IS NOT NULL));

-- A vector says nothing without its recogniser, and is erased together with its name.
ALTER TABLE "RefusedMatch"
  ADD CONSTRAINT "RefusedMatch_vector_check" CHECK (("model" IS NULL) = ("vector" IS NULL));
