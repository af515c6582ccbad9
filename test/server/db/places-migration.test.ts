import { oldDatabase } from '@test/support/old-database'
import { expect, onTestFinished, test } from 'vitest'

const FIRST_AFTER = '20261129'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [teacher, other, anna, ben] = [1, 2, 3, 4].map(id)
const [physics, chemistry] = [11, 12].map(id)
const [session, kiosk, refused] = [21, 22, 23].map(id)
const [clockIn, signIn, unknown] = [31, 32, 33].map(id)

/** A vector as it is kept: a version, then what nobody can read without the key. */
const sealed = Buffer.concat([Buffer.of(1), Buffer.alloc(32, 3)])

/** A school as the version before kept it. */
const SCHOOL = `
  INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt") VALUES
    ('${teacher}', 'asha@example.org', 'Asha', '-', '{TEACHER,STUDENT}', '2026-01-01'),
    ('${other}', 'omar@example.org', 'Omar', '-', '{TEACHER}', '2026-01-01'),
    ('${anna}', 'anna@example.org', 'Anna', '-', '{STUDENT}', '2026-01-01'),
    ('${ben}', 'ben@example.org', 'Ben', '-', '{STUDENT}', '2026-01-01');
  INSERT INTO "SchoolClass" (id, "teacherId", name, "joinCode", "timeZone", "lateAfterMinutes", liveness, "archivedAt", "createdAt") VALUES
    ('${physics}', '${teacher}', 'Physics', 'AB2CD3', 'Asia/Kathmandu', 7, 'PAD', NULL, '2026-01-02'),
    ('${chemistry}', '${other}', 'Chemistry', 'EF4GH5', 'Europe/Berlin', 10, 'CHALLENGE', '2026-02-01', '2026-01-03');
  INSERT INTO "RosterEntry" (id, "classId", "studentId", number, "joinedAt", "leftAt") VALUES
    ('${id(41)}', '${physics}', '${anna}', 1, '2026-01-04', NULL),
    ('${id(42)}', '${physics}', '${ben}', 2, '2026-01-05', '2026-01-20'),
    ('${id(43)}', '${physics}', '${teacher}', 3, '2026-01-06', NULL),
    ('${id(44)}', '${chemistry}', '${teacher}', 1, '2026-01-06', NULL);
  INSERT INTO "ClassSession" (id, "classId", state, "lateAfterMinutes", "openedAt", "createdAt") VALUES
    ('${session}', '${physics}', 'OPEN', 7, '2026-01-10', '2026-01-10');
  INSERT INTO "Attendance" (id, "sessionId", "studentId", status, method, "clockedInAt", "createdAt") VALUES
    ('${id(51)}', '${session}', '${anna}', 'PRESENT', 'FACE', '2026-01-10', '2026-01-10');
  INSERT INTO "Kiosk" (id, "classId", name, "tokenHash", "createdAt") VALUES
    ('${kiosk}', '${physics}', 'Front door', '\\x01', '2026-01-09');
  INSERT INTO "RefusedMatch" (id, "classId", "studentId", fingerprint, box, model, vector, "createdAt") VALUES
    ('${refused}', '${physics}', '${anna}', '\\x02', '{}', 'retail-0095', '\\x${sealed.toString('hex')}', '2026-01-10');
  INSERT INTO "FaceCheck" (id, "userId", "sessionId", "kioskId", purpose, outcome, model, threshold, at) VALUES
    ('${clockIn}', '${anna}', '${session}', NULL, 'CLOCK_IN', 'MATCHED', 'retail-0095', 0.5, '2026-01-10'),
    ('${signIn}', '${anna}', NULL, NULL, 'SIGN_IN', 'MATCHED', 'retail-0095', 0.5, '2026-01-10'),
    ('${unknown}', NULL, '${session}', '${kiosk}', 'CLOCK_IN', 'NOT_MATCHED', 'retail-0095', 0.5, '2026-01-10');
  INSERT INTO "FaceChallenge" (id, "userId", "sessionId", purpose, steps, "createdAt", "expiresAt") VALUES
    ('${id(61)}', '${anna}', '${session}', 'CLOCK_IN', '{TURN_LEFT}', '2026-01-10', '2026-01-10');`

test('a school of the version before keeps everything, as places with leaders and members', async () => {
  const old = await oldDatabase(FIRST_AFTER)
  onTestFinished(() => old.drop())
  await old.query(SCHOOL)
  const records = await old.query('SELECT * FROM "Attendance"')
  await old.migrate()

  expect(await old.query('SELECT * FROM "Attendance"')).toEqual(records)
  expect(
    await old.query(
      'SELECT p.*, c."lateAfterMinutes" FROM "Place" p JOIN "SchoolClass" c USING (id) ORDER BY name',
    ),
  ).toMatchObject([
    {
      ...{ id: chemistry, kind: 'CLASS', name: 'Chemistry', joinCode: 'EF4GH5', timeZone: 'Europe/Berlin' },
      ...{ liveness: 'CHALLENGE', lateAfterMinutes: 10, archivedAt: new Date('2026-02-01T00:00:00Z') },
    },
    {
      ...{ id: physics, kind: 'CLASS', name: 'Physics', joinCode: 'AB2CD3', timeZone: 'Asia/Kathmandu' },
      ...{ liveness: 'PAD', lateAfterMinutes: 7, archivedAt: null },
    },
  ])
  expect(await old.query('SELECT "placeId", "userId", role FROM "Leader" ORDER BY "placeId"')).toEqual([
    { placeId: physics, userId: teacher, role: 'OWNER' },
    { placeId: chemistry, userId: other, role: 'OWNER' },
  ])
  const members = await old.query(
    'SELECT id, "placeId", "userId", number, "leftAt" IS NULL AS here FROM "Member" ORDER BY id',
  )
  expect(members).toEqual([
    { id: id(41), placeId: physics, userId: anna, number: 1, here: true },
    { id: id(42), placeId: physics, userId: ben, number: 2, here: false },
    // Who teaches a class is no student of it any more; of another class they stay one.
    { id: id(43), placeId: physics, userId: teacher, number: 3, here: false },
    { id: id(44), placeId: chemistry, userId: teacher, number: 1, here: true },
  ])
  expect(await old.query('SELECT id, "placeId" FROM "Kiosk"')).toEqual([{ id: kiosk, placeId: physics }])
  expect(await old.query('SELECT id, "placeId", vector FROM "RefusedMatch"')).toEqual([
    { id: refused, placeId: physics, vector: sealed },
  ])
  expect(await old.query('SELECT id, "placeId", "kioskId" FROM "FaceCheck" ORDER BY id')).toEqual([
    { id: clockIn, placeId: physics, kioskId: null },
    { id: signIn, placeId: null, kioskId: null },
    { id: unknown, placeId: physics, kioskId: kiosk },
  ])
  expect(
    await old.db.schoolClass.count({ where: { place: { leaders: { some: { userId: teacher ?? '' } } } } }),
  ).toBe(1)
})
