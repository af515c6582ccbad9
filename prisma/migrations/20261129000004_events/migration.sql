-- One row a fact, with everybody whom it concerns. Ids are kept and keep growing, so that whatever was read before goes on from there.
ALTER TABLE "LiveEvent" RENAME TO "Event";
ALTER TABLE "Event" RENAME CONSTRAINT "LiveEvent_pkey" TO "Event_pkey";
ALTER SEQUENCE "LiveEvent_id_seq" RENAME TO "Event_id_seq";
ALTER INDEX "LiveEvent_createdAt_idx" RENAME TO "Event_createdAt_idx";

ALTER TABLE "Event" ADD COLUMN "topics" TEXT[], ADD COLUMN "type" TEXT;
UPDATE "Event" SET "topics" = ARRAY[regexp_replace("topic", '^class:', 'place:')], "type" = "payload" ->> 'type', "payload" = "payload" - 'type';
-- Also drops the index on topic and id.
ALTER TABLE "Event" DROP COLUMN "topic", ALTER COLUMN "type" SET NOT NULL;

CREATE INDEX "Event_topics_idx" ON "Event" USING GIN ("topics");

-- An event that concerns nobody would never be told.
ALTER TABLE "Event" ADD CONSTRAINT "Event_topics_check" CHECK (cardinality("topics") > 0 AND "topics" IS NOT NULL);
