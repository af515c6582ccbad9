-- A leader's switch turns somebody's face off at their place alone, and erases nothing. What was decided for every place
-- before stays as it is.
ALTER TABLE "Member" ADD COLUMN "faceOffSince" TIMESTAMPTZ(3);
