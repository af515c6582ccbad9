-- A class becomes a place with the same id; whoever taught it is its owner, and its roster are its members.

-- CreateEnum
CREATE TYPE "PlaceKind" AS ENUM ('CLASS', 'WORKPLACE');

-- CreateEnum
CREATE TYPE "LeaderRole" AS ENUM ('OWNER', 'ASSISTANT');

-- CreateTable
CREATE TABLE "Place" (
    "id" UUID NOT NULL,
    "kind" "PlaceKind" NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "joinCode" TEXT,
    "liveness" "LivenessPolicy" NOT NULL DEFAULT 'CHALLENGE',
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Leader" (
    "placeId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "LeaderRole" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Leader_pkey" PRIMARY KEY ("placeId","userId")
);

-- CreateTable
CREATE TABLE "LeaderInvitation" (
    "id" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LeaderInvitation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "LeaderInvitation_email_lower_check" CHECK ("email" = lower("email"))
);

INSERT INTO "Place" ("id", "kind", "name", "timeZone", "joinCode", "liveness", "archivedAt", "createdAt")
  SELECT "id", 'CLASS', "name", "timeZone", "joinCode", "liveness", "archivedAt", "createdAt" FROM "SchoolClass";

-- Before, nothing kept a teacher out of the roster of a class of theirs: who teaches it is no longer on it.
UPDATE "RosterEntry" r SET "leftAt" = greatest(now(), r."joinedAt")
  FROM "SchoolClass" c
  WHERE c."id" = r."classId" AND c."teacherId" = r."studentId" AND r."leftAt" IS NULL;

INSERT INTO "Leader" ("placeId", "userId", "role", "since")
  SELECT "id", "teacherId", 'OWNER', "createdAt" FROM "SchoolClass";

-- The class keeps what is its own.
ALTER TABLE "SchoolClass" DROP CONSTRAINT "SchoolClass_teacherId_fkey";
DROP INDEX "SchoolClass_teacherId_archivedAt_idx";
DROP INDEX "SchoolClass_joinCode_key";
ALTER TABLE "SchoolClass"
  DROP COLUMN "teacherId",
  DROP COLUMN "name",
  DROP COLUMN "joinCode",
  DROP COLUMN "timeZone",
  DROP COLUMN "liveness",
  DROP COLUMN "archivedAt",
  DROP COLUMN "createdAt";

-- The roster is renamed, so that every row stays what it was.
ALTER TABLE "RosterEntry" DROP CONSTRAINT "RosterEntry_classId_fkey";
ALTER TABLE "RosterEntry" DROP CONSTRAINT "RosterEntry_studentId_fkey";
ALTER TABLE "RosterEntry" RENAME TO "Member";
ALTER TABLE "Member" RENAME COLUMN "classId" TO "placeId";
ALTER TABLE "Member" RENAME COLUMN "studentId" TO "userId";
ALTER TABLE "Member" RENAME CONSTRAINT "RosterEntry_pkey" TO "Member_pkey";
ALTER TABLE "Member" RENAME CONSTRAINT "RosterEntry_number_check" TO "Member_number_check";
ALTER INDEX "RosterEntry_studentId_idx" RENAME TO "Member_userId_idx";
ALTER INDEX "RosterEntry_classId_studentId_key" RENAME TO "Member_placeId_userId_key";
ALTER INDEX "RosterEntry_classId_number_key" RENAME TO "Member_placeId_number_key";

ALTER TABLE "RefusedMatch" DROP CONSTRAINT "RefusedMatch_classId_fkey";
ALTER TABLE "RefusedMatch" RENAME COLUMN "classId" TO "placeId";
ALTER INDEX "RefusedMatch_classId_studentId_idx" RENAME TO "RefusedMatch_placeId_studentId_idx";

ALTER TABLE "Kiosk" DROP CONSTRAINT "Kiosk_classId_fkey";
ALTER TABLE "Kiosk" RENAME COLUMN "classId" TO "placeId";
ALTER INDEX "Kiosk_classId_createdAt_idx" RENAME TO "Kiosk_placeId_createdAt_idx";

ALTER TABLE "FaceCheck" ADD COLUMN "placeId" UUID;
UPDATE "FaceCheck" f SET "placeId" = s."classId" FROM "ClassSession" s WHERE s."id" = f."sessionId" AND f."purpose" <> 'SIGN_IN';

-- A challenge is good for a minute: those of the version before are over.
DELETE FROM "FaceChallenge";
ALTER TABLE "FaceChallenge" ADD COLUMN "placeId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Place_joinCode_key" ON "Place"("joinCode");

-- CreateIndex
CREATE INDEX "Leader_userId_idx" ON "Leader"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "LeaderInvitation_placeId_email_key" ON "LeaderInvitation"("placeId", "email");

-- CreateIndex
CREATE INDEX "LeaderInvitation_email_idx" ON "LeaderInvitation"("email");

-- CreateIndex
CREATE INDEX "LeaderInvitation_invitedById_idx" ON "LeaderInvitation"("invitedById");

-- CreateIndex
CREATE INDEX "FaceCheck_placeId_at_idx" ON "FaceCheck"("placeId", "at");

-- CreateIndex
CREATE INDEX "FaceChallenge_placeId_idx" ON "FaceChallenge"("placeId");

-- AddForeignKey
ALTER TABLE "Leader" ADD CONSTRAINT "Leader_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Leader" ADD CONSTRAINT "Leader_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeaderInvitation" ADD CONSTRAINT "LeaderInvitation_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeaderInvitation" ADD CONSTRAINT "LeaderInvitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SchoolClass" ADD CONSTRAINT "SchoolClass_id_fkey" FOREIGN KEY ("id") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceCheck" ADD CONSTRAINT "FaceCheck_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceChallenge" ADD CONSTRAINT "FaceChallenge_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefusedMatch" ADD CONSTRAINT "RefusedMatch_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kiosk" ADD CONSTRAINT "Kiosk_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A class has a code to join by.
ALTER TABLE "Place" ADD CONSTRAINT "Place_joinCode_check" CHECK ("kind" <> 'CLASS' OR "joinCode" IS NOT NULL);

-- A sign-in is nowhere in particular; everything else is at a place.
ALTER TABLE "FaceCheck" ADD CONSTRAINT "FaceCheck_place_check" CHECK (("purpose" = 'SIGN_IN') = ("placeId" IS NULL));
ALTER TABLE "FaceChallenge" ADD CONSTRAINT "FaceChallenge_place_check" CHECK (("purpose" = 'SIGN_IN') = ("placeId" IS NULL));

-- Nobody is leader and member of one place, whichever comes first; the lock keeps two transactions from each missing the other.
CREATE FUNCTION refuse_leader_and_member() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE clash boolean;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('leader or member:' || NEW."placeId" || ':' || NEW."userId", 0));
  IF TG_TABLE_NAME = 'Leader' THEN
    SELECT EXISTS (SELECT FROM "Member" WHERE "placeId" = NEW."placeId" AND "userId" = NEW."userId" AND "leftAt" IS NULL) INTO clash;
  ELSE
    SELECT EXISTS (SELECT FROM "Leader" WHERE "placeId" = NEW."placeId" AND "userId" = NEW."userId") INTO clash;
  END IF;
  IF clash THEN
    RAISE EXCEPTION 'Nobody is leader and member of one place' USING ERRCODE = 'check_violation', CONSTRAINT = 'Leader_or_Member_check';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Leader_or_Member" BEFORE INSERT OR UPDATE ON "Leader"
  FOR EACH ROW EXECUTE FUNCTION refuse_leader_and_member();
CREATE TRIGGER "Member_or_Leader" BEFORE INSERT OR UPDATE ON "Member"
  FOR EACH ROW WHEN (NEW."leftAt" IS NULL) EXECUTE FUNCTION refuse_leader_and_member();

-- A place always has an owner, looked at when the transaction ends. The lock on the place keeps its last two owners from leaving at once.
CREATE FUNCTION require_owner() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE place uuid;
BEGIN
  IF TG_TABLE_NAME = 'Place' THEN place := NEW."id"; ELSE place := OLD."placeId"; END IF;
  PERFORM 1 FROM "Place" WHERE "id" = place FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (SELECT FROM "Leader" WHERE "placeId" = place AND "role" = 'OWNER') THEN
    RAISE EXCEPTION 'A place needs an owner' USING ERRCODE = 'check_violation', CONSTRAINT = 'Place_owner_check';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Place_owner" AFTER INSERT ON "Place"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_owner();
CREATE CONSTRAINT TRIGGER "Leader_owner" AFTER UPDATE OR DELETE ON "Leader"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_owner();
