import { cafe, worked } from '@test/support/hours'
import { readPdf } from '@test/support/read-pdf'
import { readBytes } from '@test/support/read-stream'
import { testWorld } from '@test/support/world'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readerLocale } from '@/domain/locale'
import { beginSignIn } from '@/server/account/sign-ins'
import type { Actor } from '@/server/context/context'
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
