import { randomUUID } from 'node:crypto'
import { withEarlierDatabase } from '@test/support/earlier-database'
import { expect, inject, test } from 'vitest'
import { prepareDatabase } from '../../../scripts/setup/database'

const [teacher, anna, berta, place, ended, planned] = Array.from({ length: 6 }, () => randomUUID())
const [photo, bertas, kiosk, roll, sight, known, unknown] = Array.from({ length: 7 }, () => randomUUID())
const at = (time: string) => `'2026-03-02T${time}Z'`
const sealed = `'\\x01'::bytea || sha256('x')`

/** Rows that the version before let in. */
const before = `
  SET session_replication_role = 'replica';
  INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt") VALUES
    ('${teacher}', 't@example.org', 'T', '-', '{TEACHER}', now()), ('${anna}', 'a@example.org', 'A', '-', '{STUDENT}', now()),
    ('${berta}', 'b@example.org', 'B', '-', '{STUDENT}', now());
  INSERT INTO "Place" (id, kind, name, "timeZone", "joinCode", "createdAt") VALUES ('${place}', 'CLASS', 'P', 'UTC', 'ABCDEF', now());
  INSERT INTO "SchoolClass" (id) VALUES ('${place}');
  INSERT INTO "Leader" ("placeId", "userId", role, since) VALUES ('${place}', '${teacher}', 'OWNER', now());
  INSERT INTO "Member" (id, "placeId", "userId", number, "joinedAt") VALUES
    (gen_random_uuid(), '${place}', '${anna}', 1, now()), (gen_random_uuid(), '${place}', '${berta}', 2, now());
  INSERT INTO "ClassSession" (id, "classId", state, "plannedStart", "lateAfterMinutes", "openedAt", "closedAt", "createdAt") VALUES
    ('${ended}', '${place}', 'CLOSED', NULL, 10, ${at('08:00')}, ${at('09:00')}, ${at('08:00')}),
    ('${planned}', '${place}', 'SCHEDULED', ${at('12:00')}, 10, ${at('12:00')}, NULL, ${at('08:00')});
  INSERT INTO "Attendance" (id, "sessionId", "studentId", status, method, "clockedInAt", "createdAt") VALUES
    (gen_random_uuid(), '${ended}', '${anna}', 'PRESENT', 'FACE', ${at('09:00:00.250')}, now()),
    (gen_random_uuid(), '${ended}', '${berta}', 'ABSENT', 'HAND', ${at('08:30')}, now());
  INSERT INTO "Consent" (id, "userId", "noticeVersion", "givenAt", "withdrawnAt") VALUES
    (gen_random_uuid(), '${anna}', 4, now(), NULL), (gen_random_uuid(), '${berta}', 4, now(), now());
  INSERT INTO "EnrolmentPhoto" (id, "userId", image, "createdAt") VALUES
    ('${photo}', '${anna}', ${sealed}, now()), ('${bertas}', '${berta}', ${sealed}, now());
  INSERT INTO "Template" (id, "userId", "photoId", model, vector, "createdAt") VALUES
    (gen_random_uuid(), '${anna}', '${photo}', 'm', ${sealed}, now()), (gen_random_uuid(), '${anna}', '${photo}', 'bare', 'x', now()),
    (gen_random_uuid(), '${anna}', '${bertas}', 'm', ${sealed}, now()), (gen_random_uuid(), '${berta}', '${bertas}', 'n', ${sealed}, now());
  INSERT INTO "FaceCheck" (id, "userId", "placeId", "sessionId", purpose, outcome, model, similarity, threshold, at) VALUES
    ('${known}', '${berta}', '${place}', '${ended}', 'CLOCK_IN', 'MATCHED', 'm', 0.1, 0.5, now()),
    ('${unknown}', NULL, '${place}', '${ended}', 'CLOCK_IN', 'NOT_MATCHED', 'm', 0.4, 0.5, now());
  INSERT INTO "Evidence" (id, "faceCheckId", image, "createdAt") VALUES
    (gen_random_uuid(), '${known}', ${sealed}, now()), (gen_random_uuid(), '${unknown}', ${sealed}, now());
  INSERT INTO "Kiosk" (id, "placeId", name, "tokenHash", "createdAt", "registeredAt", "revokedAt") VALUES
    ('${kiosk}', '${place}', 'K', sha256('x'), now(), now(), now());
  INSERT INTO "RollCall" (id, "sessionId", "createdById", state, "createdAt", "confirmedAt") VALUES
    ('${roll}', '${ended}', '${teacher}', 'CONFIRMED', now(), now());
  INSERT INTO "RollCallPhoto" (id, "rollCallId", position, fingerprint) VALUES ('${sight}', '${roll}', 1, 'x');
  INSERT INTO "RollCallFace" (id, "rollCallId", "photoId", box, crop, band, others) VALUES
    (gen_random_uuid(), '${roll}', '${sight}', '{}', ${sealed}, 'UNKNOWN', '{}');
  RESET session_replication_role`

test('rows of before are put right or named, and the application starts', async () => {
  await withEarlierDatabase('20261215000000', async ({ query, url }) => {
    await query(before)
    const application = url.replace(inject('databaseServer'), inject('applicationServer'))
    const said = await prepareDatabase({ owner: url, application })
    expect(said).toMatch(/^\d+ applied; /)
    expect(said).toContain('1 older row of Attendance that Attendance_absent_check would refuse today stay')
    expect(said).toContain('1 older row of FaceCheck that FaceCheck_outcome_check would refuse today stay')
    const count = async (of: string) => (await query(`SELECT count(*)::int AS n FROM ${of}`)).rows[0]?.n
    expect({
      templates: await count('"Template"'),
      photos: await count('"EnrolmentPhoto"'),
      snapshots: await count('"Evidence"'),
      facesOfGroupPhotos: await count('"RollCallFace"'),
      groupPhotos: await count('"RollCallPhoto"'),
      tokens: await count('"Kiosk" WHERE "tokenHash" IS NOT NULL'),
      scoresOfNobody: await count('"FaceCheck" WHERE "userId" IS NULL AND similarity IS NOT NULL'),
      openedThoughPlanned: await count(`"ClassSession" WHERE state = 'SCHEDULED' AND "openedAt" IS NOT NULL`),
      clockedAfterTheEnd: await count(
        '"Attendance" a JOIN "ClassSession" s ON s.id = a."sessionId" WHERE a."clockedInAt" > s."closedAt"',
      ),
      punches: await count(`"Attendance" WHERE "clockedInAt" = ${at('09:00:00.250')}`),
    }).toEqual({
      ...{ templates: 1, photos: 1, snapshots: 0, facesOfGroupPhotos: 0, groupPhotos: 0, tokens: 0 },
      ...{ scoresOfNobody: 0, openedThoughPlanned: 0, clockedAfterTheEnd: 0, punches: 1 },
    })
    // Once somebody has put them right, the rules hold for every row.
    await query(`SET session_replication_role = 'replica'; UPDATE "Attendance" SET "clockedInAt" = NULL WHERE status = 'ABSENT';
      UPDATE "FaceCheck" SET similarity = NULL; RESET session_replication_role`)
    expect(await prepareDatabase({ owner: url, application })).toBe('up to date')
    expect(await count('pg_constraint WHERE NOT convalidated')).toBe(0)
  })
}, 120_000)
