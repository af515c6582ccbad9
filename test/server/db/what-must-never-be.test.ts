import { readFileSync } from 'node:fs'
import { testDatabase } from '@test/support/database'
import { makeClass, makeUser } from '@test/support/factories'
import { sealedBytes } from '@test/support/sealed'
import pg from 'pg'
import { expect, test } from 'vitest'

const { db, ownerUrl } = testDatabase()
const now = new Date('2026-03-02T03:15:00Z')
const bytes = sealedBytes()
const MIGRATION = 'prisma/migrations/20261121084502_what_must_never_be/migration.sql'

/** A roll call with one photo that waits to be read. */
async function rollCall() {
  const teacher = await makeUser(db, { roles: ['TEACHER'], now })
  const { id: teacherId } = teacher
  const { id: classId } = await makeClass(db, { teacher, students: [], now })
  const session = { classId, state: 'OPEN' as const, openedAt: now, lateAfterMinutes: 10, createdAt: now }
  const { id: sessionId } = await db.classSession.create({ data: session })
  const { id: rollCallId } = await db.rollCall.create({
    data: { sessionId, createdById: teacherId, state: 'WORKING', createdAt: now },
  })
  const photo = { rollCallId, position: 1, image: bytes, fingerprint: bytes }
  const { id: photoId } = await db.rollCallPhoto.create({ data: photo })
  return { classId, teacherId, rollCallId, photo, photoId }
}

/** A case that waits for an administrator. */
async function duplicateCase() {
  const user = await makeUser(db, { roles: ['STUDENT'], now })
  const known = await makeUser(db, { roles: ['STUDENT'], now })
  const data = { userId: user.id, knownId: known.id, model: 'm', similarity: 0.9, createdAt: now }
  return db.duplicateCase.create({ data: { ...data, state: 'OPEN' } })
}

test('a photo of the class that was read is not kept', async () => {
  const { photoId } = await rollCall()
  const read = (image: null | undefined) =>
    db.rollCallPhoto.update({ where: { id: photoId }, data: { doneAt: now, image } })
  await expect(read(undefined)).rejects.toThrow(/RollCallPhoto_image_check/)
  await read(null)
})

test('the same file is not in a roll call twice', async () => {
  const { photo } = await rollCall()
  const again = db.rollCallPhoto.create({ data: { ...photo, position: 2 } })
  await expect(again).rejects.toMatchObject({ code: 'P2002' })
})

test('a roll call is confirmed exactly when it says when', async () => {
  const { rollCallId } = await rollCall()
  const change = (data: object) => db.rollCall.update({ where: { id: rollCallId }, data })
  for (const data of [{ state: 'CONFIRMED' }, { confirmedAt: now }])
    await expect(change(data)).rejects.toThrow(/RollCall_confirmedAt_check/)
  await db.rollCallPhoto.deleteMany()
  await change({ state: 'CONFIRMED', confirmedAt: now })
})

test('a refused face is kept with its recogniser or not at all', async () => {
  const { classId, teacherId: studentId } = await rollCall()
  const data = { placeId: classId, studentId, fingerprint: bytes, box: {}, createdAt: now }
  for (const half of [{ vector: bytes }, { model: 'm' }])
    await expect(db.refusedMatch.create({ data: { ...data, ...half } })).rejects.toThrow(
      /RefusedMatch_vector_check/,
    )
  await db.refusedMatch.create({ data })
  await db.refusedMatch.create({ data: { ...data, vector: bytes, model: 'm' } })
})

test('how near two accounts came is not kept once it is decided', async () => {
  const { id } = await duplicateCase()
  const decide = (similarity: null | undefined) =>
    db.duplicateCase.update({ where: { id }, data: { state: 'TWINS', decidedAt: now, similarity } })
  await expect(decide(undefined)).rejects.toThrow(/DuplicateCase_similarity_check/)
  await decide(null)
})

test('what explains a score is not kept without it', async () => {
  const { id: userId } = await makeUser(db, { roles: ['STUDENT'], now })
  const made = { purpose: 'SIGN_IN', outcome: 'NOT_MATCHED', model: 'm', threshold: 0.5, at: now } as const
  const check = { ...made, userId }
  for (const left of [{ cosine: 0.7 }, { lead: 0.3 }])
    await expect(db.faceCheck.create({ data: { ...check, ...left } })).rejects.toThrow(
      /FaceCheck_cosine_check/,
    )
  await db.faceCheck.create({ data: { ...check, similarity: 0.4, cosine: 0.7, lead: 0.3 } })
})

test('rows from before are brought in line', async () => {
  const { rollCallId, classId, teacherId } = await rollCall()
  const { id: caseId } = await duplicateCase()
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`
      BEGIN;
      ALTER TABLE "DuplicateCase" DROP CONSTRAINT "DuplicateCase_similarity_check";
      ALTER TABLE "RollCallPhoto" DROP CONSTRAINT "RollCallPhoto_image_check";
      ALTER TABLE "RollCall" DROP CONSTRAINT "RollCall_confirmedAt_check";
      ALTER TABLE "RefusedMatch" DROP CONSTRAINT "RefusedMatch_vector_check";
      DROP INDEX "RollCallPhoto_rollCallId_fingerprint_key";
      SET LOCAL session_replication_role = 'replica';
      UPDATE "DuplicateCase" SET state = 'TWINS', "decidedAt" = "createdAt";
      UPDATE "RollCallPhoto" SET "doneAt" = now();
      INSERT INTO "RollCallPhoto" (id, "rollCallId", position, fingerprint)
        SELECT gen_random_uuid(), "rollCallId", 2, fingerprint FROM "RollCallPhoto";
      UPDATE "RollCall" SET state = 'CONFIRMED';
      INSERT INTO "RefusedMatch" (id, "placeId", "studentId", fingerprint, box, vector, "createdAt")
        VALUES (gen_random_uuid(), '${classId}', '${teacherId}', '', '{}', '\\x01'::bytea || sha256('x'), now());
      SET LOCAL session_replication_role = 'origin';`)
    await client.query(readFileSync(MIGRATION, 'utf8'))
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
  expect(await db.duplicateCase.findUnique({ where: { id: caseId } })).toMatchObject({ similarity: null })
  expect(await db.rollCallPhoto.findMany()).toMatchObject([{ position: 1, image: null }])
  expect(await db.rollCall.findUnique({ where: { id: rollCallId } })).toMatchObject({ confirmedAt: now })
  expect(await db.refusedMatch.findMany()).toMatchObject([{ vector: null, model: null }])
})
