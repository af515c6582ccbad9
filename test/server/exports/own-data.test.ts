import { randomUUID } from 'node:crypto'
import { makeClass } from '@test/support/factories'
import { cafe, worked } from '@test/support/hours'
import { readPdf } from '@test/support/read-pdf'
import { readBytes } from '@test/support/read-stream'
import { direction, enrolVectors } from '@test/support/synthetic-people'
import { testWorld } from '@test/support/world'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readerLocale } from '@/domain/locale'
import { beginSignIn } from '@/server/account/sign-ins'
import { photoLabel } from '@/server/biometrics/photo-label'
import type { Actor } from '@/server/context/context'
import { seal } from '@/server/crypto/seal'
import { caseLabel } from '@/server/duplicates/hold'
import { evidenceLabel } from '@/server/evidence/service'
import { recordOf } from '@/server/exports/documents'
import { ownDataFile } from '@/server/exports/own-data'

const world = testWorld()
const reader = readerLocale({ chosen: 'en', accepted: null, pseudo: false })
const day = '2026-03-02'

async function dataOf(actor: Actor) {
  const { body, type } = await ownDataFile(world.as(actor), { reader })
  expect(type).toBe('application/zip')
  const files = unzipSync(await readBytes(body))
  return {
    names: Object.keys(files),
    files,
    text: (name: string) => strFromU8(files[name] ?? new Uint8Array()),
  }
}

/** Somebody worked two hours, which were corrected, approved and paid. */
async function paidWork() {
  const scene = await cafe(world)
  const { owner, person, workplaceId, employmentId } = scene
  await worked(world, { workplaceId, employmentId, person }, [`${day}T00:00:00Z`, `${day}T02:00:00Z`])
  const { payPeriods, payments } = world.api(owner)
  await payPeriods.approve({ workplaceId, employmentId, day, minutes: 120 })
  const due = [{ employmentId, amount: 4000 }]
  await payments.pay({ workplaceId, day, payments: due, paidOn: day, method: 'CASH' })
  return scene
}

test('everything held about an employee is one archive: account, terms, hours, payments and their statements', async () => {
  const { person } = await paidWork()
  const { names, files, text } = await dataOf(person)
  const folder =
    names.find((name) => name.endsWith('/employment.json'))?.replace('/employment.json', '') ?? ''
  for (const name of ['entries', 'corrections', 'timesheets', 'extras', 'payments'])
    expect(names).toContain(`${folder}/${name}.json`)
  expect(JSON.parse(text('account.json'))).toMatchObject({ name: person.name })
  expect(JSON.parse(text(`${folder}/entries.json`))).toMatchObject([{ startedAt: `${day}T00:00:00.000Z` }])
  expect(JSON.parse(text(`${folder}/payments.json`))).toMatchObject([
    { grossMinor: '4000', lines: [{ minutes: 120 }] },
  ])
  const statement = names.find((name) => name.startsWith(`${folder}/statements/`)) ?? ''
  expect((await readPdf(files[statement] ?? new Uint8Array())).text).toContain('40.00')
})

test('everything held about a student is there too: records and how they came about, sessions, notes and pictures', async () => {
  const [teacher, anna, ben] = [
    await world.user(['TEACHER'], 'Ada Teacher'),
    await world.user(['STUDENT'], 'Anna'),
    await world.user(['STUDENT'], 'Ben'),
  ]
  const now = world.clock.now
  const { id: classId } = await makeClass(world.db, { teacher, students: [anna, ben], now })
  const { sessions, attendance, students } = world.api(teacher)
  const { id: sessionId } = await sessions.create({ classId, openNow: true })
  for (const { id: studentId } of [anna, ben]) {
    await attendance.mark({ sessionId, studentId, status: 'LATE', note: `for ${studentId}` })
    await attendance.mark({ sessionId, studentId, status: 'PRESENT' })
    await students.addNote({ classId, studentId, text: `about ${studentId}` })
  }
  await sessions.close({ sessionId })
  const { id: next } = await sessions.create({ classId, title: 'Optics', openNow: true })
  await attendance.mark({ sessionId: next, studentId: anna.id, status: 'EXCUSED' })
  await attendance.clear({ sessionId: next, studentId: anna.id })

  const { faceKey } = world.context().settings
  const [photoId] = await enrolVectors(world, anna, [direction(1)])
  await enrolVectors(world, ben, [direction(2)])
  const sealed = (label: string, text: string) => seal(faceKey, label, Buffer.from(text))
  const image = sealed(photoLabel(photoId ?? ''), 'her photo')
  await world.db.enrolmentPhoto.update({ where: { id: photoId ?? '' }, data: { image } })
  for (const { id: userId } of [anna, ben]) {
    const check = {
      userId,
      purpose: 'SIGN_IN',
      outcome: 'MATCHED',
      model: 'm',
      threshold: 0.5,
      at: now,
    } as const
    const { id } = await world.db.faceCheck.create({ data: check })
    const snapshot = sealed(evidenceLabel(id), `snapshot of ${userId}`)
    await world.db.evidence.create({ data: { faceCheckId: id, image: snapshot, createdAt: now } })
  }
  const caseId = randomUUID()
  await world.db.duplicateCase.create({
    data: {
      ...{ id: caseId, userId: anna.id, knownId: ben.id, model: 'm', similarity: 0.654321, state: 'OPEN' },
      ...{ image: sealed(caseLabel(caseId), 'held of her'), createdAt: now },
    },
  })

  const { names, text } = await dataOf(anna)
  expect(JSON.parse(text('attendance.json'))).toMatchObject({
    records: [
      {
        status: 'PRESENT',
        session: { schoolClass: { place: { name: 'Physics 9b' } } },
        history: [
          { by: 'Ada Teacher', before: null, after: { status: 'LATE' }, reason: `for ${anna.id}` },
          { before: { status: 'LATE' }, after: { status: 'PRESENT' } },
        ],
      },
    ],
    takenBack: [
      {
        session: { title: 'Optics' },
        history: [{ after: { status: 'EXCUSED' } }, { after: { status: null } }],
      },
    ],
  })
  expect(JSON.parse(text('sessions.json'))).toMatchObject([{ leftAt: null, session: { title: null } }])
  expect(JSON.parse(text('notes.json'))).toMatchObject([{ text: `about ${anna.id}` }])
  expect(JSON.parse(text('face.json'))).toMatchObject({
    ...{ photos: [{ id: photoId }], templates: [{ photoId }], cases: [{ id: caseId, state: 'OPEN' }] },
    checks: [{ outcome: 'MATCHED' }],
  })
  const pictures = names.filter((name) => name.endsWith('.jpg'))
  expect(pictures.map(text)).toEqual(['her photo', `snapshot of ${anna.id}`, 'held of her'])
  const all = names.map(text).join('\n')
  expect(all).not.toContain(ben.id)
  expect(all).not.toMatch(/hash|similarity|vector|0\.654321/i)
})

test('it tells what was sent, what is offered, what was erased and what was changed of the account', async () => {
  const [office, person, owner] = [
    await world.user(['ADMIN'], 'The office'),
    await world.user(['STUDENT']),
    await world.user(['TEACHER'], 'Ada Teacher'),
  ]
  const { id: userId, email } = person
  const { id: classId } = await makeClass(world.db, { teacher: owner, students: [], now: world.clock.now })
  await world.api(owner).places.invite({ placeId: classId, email })
  await world.api(office).people.setRoles({ userId, roles: ['STUDENT', 'TEACHER'], reason: 'Teaches too' })
  const mail = { kind: 'ROLE_GRANTED', email, role: 'TEACHER', createdAt: world.clock.now } as const
  await world.db.mail.create({ data: mail })
  await world.db.erasure.create({ data: { what: 'face', subjectId: userId } })
  const account = JSON.parse((await dataOf(person)).text('account.json'))
  expect(account).toMatchObject({
    mails: [{ kind: 'ROLE_GRANTED', role: 'TEACHER' }],
    invitations: { lead: [{ by: 'Ada Teacher', place: 'Physics 9b' }], work: [] },
    erased: [{ what: 'face' }],
    history: [{ subject: 'account', by: 'The office', reason: 'Teaches too' }],
  })
  // Where mail goes out, what was offered to an address or mailed to it is told to whoever has confirmed that it is theirs.
  const mailing = world.as(person, { mail: async () => undefined })
  const { body } = await ownDataFile(mailing, { reader })
  const unconfirmed = JSON.parse(
    strFromU8(unzipSync(await readBytes(body))['account.json'] ?? new Uint8Array()),
  )
  expect(unconfirmed).toMatchObject({ mails: [], invitations: { lead: [] } })
})

test('it tells an employee what payroll was told of them, and of nobody else', async () => {
  const { workplaceId, employmentId, person } = await paidWork()
  const { id: periodId } = await world.db.payPeriod.findFirstOrThrow({ where: { workplaceId } })
  const line = {
    entry: null,
    day,
    kind: 'REGULAR',
    name: null,
    minutes: 120,
    rate: 2000,
    factor: null,
    amount: 4000,
  }
  const told = (id: string, name: string) => ({
    ...{ employmentId: id, name, externalNumber: null, jobTitle: null, lines: [line] },
  })
  await world.db.payrollExport.create({
    data: {
      ...{
        periodId,
        number: 1,
        format: {},
        workplace: 'Café',
        madeById: person.id,
        createdAt: world.clock.now,
      },
      people: [told(employmentId, 'Kim Cook'), told(randomUUID(), 'Somebody Else')],
    },
  })
  const { names, text } = await dataOf(person)
  const payroll = text(names.find((name) => name.endsWith('/payroll.json')) ?? '')
  expect(JSON.parse(payroll)).toMatchObject([
    { number: 1, told: { name: 'Kim Cook', lines: [{ minutes: 120 }] } },
  ])
  expect(payroll).not.toContain('Somebody Else')
})

test('it tells where the account is signed in', async () => {
  const person = await world.user(['TEACHER'])
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0'
  const browser = { account: person, way: 'PASSWORD', userAgent, before: null } as const
  await beginSignIn(world.context(), browser)
  const { text } = await dataOf(person)
  const { signIns } = JSON.parse(text('account.json'))
  expect(signIns).toMatchObject([
    { way: 'PASSWORD', browser: 'Firefox', system: 'Linux', endedAt: null, endedBy: null },
  ])
  expect(signIns[0]).not.toHaveProperty('id')
})

test('it holds no hash, no secret, no vector, no score, and nothing of anybody else', async () => {
  const { owner, person, employmentId } = await paidWork()
  const { id: entryId } = await world.db.timeEntry.findFirstOrThrow()
  await world.db.faceCheck.create({
    data: {
      ...{ userId: person.id, purpose: 'SIGN_IN', outcome: 'MATCHED', model: 'm', similarity: 0.654321 },
      ...{ threshold: 0.5, cosine: 0.4321, lead: 0.2, live: 0.9, at: world.clock.now },
    },
  })
  await world.db.user.update({ where: { id: person.id }, data: { passwordHash: 'what-proves-it' } })
  const { names, text } = await dataOf(person)
  const all = names
    .filter((name) => name.endsWith('.json'))
    .map(text)
    .join('\n')
  expect(all).toContain('MATCHED')
  expect(all).not.toMatch(/hash|similarity|cosine|threshold|vector|0\.654321/i)
  expect(all).not.toContain('what-proves-it')
  const others = await dataOf(owner)
  expect(others.names.some((name) => name.startsWith('work/'))).toBe(false)
  expect(others.names.map(others.text).join('')).not.toContain(employmentId)
  expect(others.names.map(others.text).join('')).not.toContain(entryId)
})

test('who has left still downloads theirs, and the record of a month; nobody else does', async () => {
  const { owner, person, employmentId } = await paidWork()
  await world.api(owner).employments.end({ employmentId, endedOn: day })
  const { names } = await dataOf(person)
  expect(names.some((name) => name.includes('/statements/'))).toBe(true)
  const record = { employmentId, month: '2026-03', reader }
  expect((await readPdf(await recordOf(world.as(person), record))).text).toContain('2:00')
  const stranger = await world.user(['EMPLOYEE', 'EMPLOYER'])
  await expect(recordOf(world.as(stranger), record)).rejects.toMatchObject({ code: 'request.not_found' })
})
