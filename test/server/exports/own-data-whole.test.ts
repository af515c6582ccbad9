import { cafe, worked } from '@test/support/hours'
import { readBytes } from '@test/support/read-stream'
import { recordedStatements } from '@test/support/recorded-statements'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { readerLocale } from '@/domain/locale'
import type { Actor } from '@/server/context/context'
import { ownDataFile } from '@/server/exports/own-data'

const world = testWorld()
const reader = readerLocale({ chosen: 'en', accepted: null, pseudo: false })

/** Tables that name people, and are in the download of everything that is held about somebody. */
const told = [
  ...['User', 'AccountLink', 'RoleRequest', 'Mail', 'DemoAccount', 'SignIn', 'SignInDevice', 'ApiToken'],
  ...['ProgramSignIn', 'Erasure', 'Change', 'ChangeText', 'Leader', 'LeaderInvitation', 'Member', 'KioskPin'],
  ...['Attendance', 'ClearedRecord', 'SessionMember', 'StudentNote', 'Consent', 'EnrolmentPhoto', 'Template'],
  ...[
    'FaceCheck',
    'Evidence',
    'FaceChallenge',
    'FaceLock',
    'DuplicateCase',
    'Employment',
    'Rate',
    'TimeEntry',
  ],
  ...['EmploymentInvitation', 'Break', 'Correction', 'Timesheet', 'Extra', 'Payment', 'PaymentLine'],
  ...['PaidStretch', 'PayrollExport'],
]

/** Those that are not, and why. */
const left: Record<string, string> = {
  RoleInvitation: 'is for an address that has no account yet, and goes with the account that it makes',
  RollCall: 'tells what a teacher did with photos of a class; what came of it for a student is their record',
  RollCallPhoto: 'shows a room full of people, and is erased within a day',
  RollCallFace:
    'is a guess until a teacher confirms it, perhaps a face of somebody else, and erased within a day',
  RefusedMatch: 'is the face of somebody else, of whom a teacher said that it is not this person',
  LookAlike: 'compares two people, of whom the other is no business of this one',
  IdempotentWrite: 'is the answer that a program of theirs was given, for a day',
  Event: 'is what was told to open pages, of things that stand elsewhere, for some days',
  TryCount: 'counts tries for minutes or hours, so that nobody guesses',
  Calibration: 'counts people and names none',
  RuleSet: 'holds the rules of a workplace, whoever of its leaders entered them',
  Inspection: 'is an inspector’s access to a workplace, whoever of its leaders gave it',
}

/** Tables from which keys lead to an account, by however many steps, and those with a column that names people otherwise. */
async function namingPeople(): Promise<string[]> {
  const rows = await world.db.$queryRaw<{ name: string }[]>`
    WITH RECURSIVE person (oid) AS (
      SELECT '"User"'::regclass::oid
      UNION
      SELECT conrelid FROM pg_constraint JOIN person ON confrelid = person.oid WHERE contype = 'f'
    )
    SELECT relname AS name FROM pg_class JOIN person USING (oid)
    UNION
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'
      AND column_name ~ '(^(key|topics|people|text)|[eE]mail|ById|^(user|person|actor|subject|student|member|employment)Id)$'
    ORDER BY 1`
  return rows.map(({ name }) => name)
}

/** Somebody who works and learns, and has been marked and corrected at both. */
async function workerAndStudent() {
  const { owner, person, workplaceId, employmentId } = await cafe(world)
  const learner: Actor = { ...person, roles: ['EMPLOYEE', 'STUDENT'] }
  const teacher = await world.user(['TEACHER'])
  const { id: classId } = await world
    .api(teacher)
    .classes.create({ name: 'Physics', timeZone: 'Europe/Berlin', lateAfterMinutes: 5 })
  const { joinCode } = await world.db.place.findUniqueOrThrow({ where: { id: classId } })
  await world.api(learner).places.join({ joinCode: joinCode ?? '' })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  const studentId = person.id
  await world.api(teacher).attendance.mark({ sessionId, studentId, status: 'LATE', note: 'the bus' })
  await world.api(teacher).attendance.mark({ sessionId, studentId, status: 'EXCUSED', note: 'a letter' })
  await world.api(teacher).sessions.close({ sessionId })
  const day = '2026-03-02'
  await worked(world, { workplaceId, employmentId, person }, [`${day}T00:00:00Z`, `${day}T02:00:00Z`])
  const { payPeriods, payments } = world.api(owner)
  await payPeriods.approve({ workplaceId, employmentId, day, minutes: 120 })
  const due = [{ employmentId, amount: 4000 }]
  await payments.pay({ workplaceId, day, payments: due, paidOn: day, method: 'CASH' })
  return person
}

test('every table that names people is in the download, or has a reason not to be', async () => {
  const person = await workerAndStudent()
  const named = await namingPeople()
  expect(named).toEqual([...told, ...Object.keys(left)].sort((one, other) => (one < other ? -1 : 1)))

  const recorded = recordedStatements(world.url)
  const statements = await recorded.of(async () => {
    const { body } = await ownDataFile(world.as(person, { db: recorded.db }), { reader })
    await readBytes(body)
  })
  await recorded.close()
  const read = (table: string) => statements.some((one) => one.includes(`"${table}"`))
  expect(told.filter((table) => !read(table))).toEqual([])
})
