import { refusal } from '@test/support/errors'
import { type Cafe, cafe, manager, worked } from '@test/support/hours'
import { presetFormat } from '@test/support/payroll'
import { readPdf } from '@test/support/read-pdf'
import { employ } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { payrollFile, recordFile, statementFile } from '@/server/exports/files'

const world = testWorld()
const day = '2026-03-10'
const format = presetFormat('plain', {
  header: false,
  encoding: 'utf-8',
  columns: [
    { field: 'number', header: 'number' },
    { field: 'kind', header: 'kind' },
    { field: 'hours', header: 'hours' },
    { field: 'amount', header: 'amount' },
  ],
})
const reader = { catalogue: 'en', format: 'en-GB' } as const

beforeEach(() => {
  world.clock.now = new Date('2026-05-02T09:00:00Z')
})

/** Eight approved hours of somebody with a number for payroll. */
async function approvedDay(externalNumber: string | null = '17') {
  const place = await cafe(world)
  const { workplaceId, employmentId, owner } = place
  await world.db.employment.update({ where: { id: employmentId }, data: { externalNumber } })
  const entry = await worked(world, place, [`${day}T08:00:00Z`, `${day}T16:00:00Z`])
  await world.api(owner).payPeriods.approve({ workplaceId, employmentId, day, minutes: 480 })
  return { ...place, entry }
}

const exportAs = ({ owner, workplaceId }: Cafe, given = format) =>
  world.api(owner).exports.exportPeriod({ workplaceId, day, format: given })

async function textOf(place: Cafe, exportId: string) {
  const { body, ...file } = await payrollFile(world.as(place.owner), { exportId, as: null })
  return { ...file, text: await new Response(body as BodyInit).text() }
}

describe('exporting a period', () => {
  test('tells payroll of approved hours, names who waits, and keeps what it told', async () => {
    const place = await approvedDay()
    const late = await world.user(['EMPLOYEE'], 'Lee Late')
    const { workplaceId } = place
    await employ(world.db, { workplaceId, person: late, now: world.clock.now })
    const made = await exportAs(place)
    expect(made).toMatchObject({ number: 1, people: 1, waiting: ['Lee Late'] })
    const file = await textOf(place, made.id)
    expect(file).toEqual({
      name: 'Corner Café 2026-03-01 2026-03-31 (1).csv',
      type: 'text/csv; charset=utf-8',
      text: '17,regular,8.00,160.00\r\n',
    })
    await world.db.employment.update({
      where: { id: place.employmentId },
      data: { externalNumber: '99' },
    })
    expect(await textOf(place, made.id)).toEqual(file)
    await expect(
      world.db.payrollExport.update({ where: { id: made.id }, data: { number: 7 } }),
    ).rejects.toThrow()
  })

  test('tells the next time what has changed since, also when it was paid meanwhile', async () => {
    const place = await approvedDay()
    const { owner, workplaceId, employmentId, entry } = place
    await exportAs(place)
    expect(await refusal(exportAs(place))).toBe('exports.nothing_new')
    const { payPeriods, payments, exports } = world.api(owner)
    await payPeriods.unlock({ workplaceId, employmentId, day, reason: 'Slow clock' })
    expect(await refusal(exportAs(place))).toBe('exports.nothing_new')
    await world.db.timeEntry.update({
      where: { id: entry.id },
      data: { endedAt: new Date(`${day}T15:30:00Z`) },
    })
    await payPeriods.approve({ workplaceId, employmentId, day, minutes: 450 })
    await payments.pay({
      ...{ workplaceId, day, paidOn: '2026-05-02', method: 'CASH' as const },
      payments: [{ employmentId, amount: 15_000 }],
    })
    const second = await exportAs(place)
    expect((await textOf(place, second.id)).text).toBe('17,regular,-0.50,-10.00\r\n')
    const { items } = await exports.ofPeriod({ workplaceId, day })
    expect(items.map(({ number, people }) => [number, people])).toEqual([
      [2, 1],
      [1, 1],
    ])
  })

  test('happens once where two ask at the same moment', async () => {
    const place = await approvedDay()
    const answers = await Promise.allSettled([exportAs(place), exportAs(place)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is refused with the name of whoever has no number, and keeps nothing then', async () => {
    const place = await approvedDay(null)
    await expect(exportAs(place)).rejects.toMatchObject({
      cause: { code: 'exports.number_missing', params: { names: 'Kim Cook' } },
    })
    expect(await world.db.payrollExport.count()).toBe(0)
  })

  test('is for whoever pays there: not for who sees wages alone, and to others there is no such place', async () => {
    const place = await approvedDay()
    const { id: exportId } = await exportAs(place)
    const { workplaceId } = place
    const seer = await manager(world, place, { seesWages: true })
    const payer = await manager(world, place, { mayPay: true, seesWages: true }, 'Pia Payer')
    const stranger = await world.user(['EMPLOYER'])
    const ask = (who: typeof seer) => world.api(who).exports.formats({ workplaceId })
    expect(await refusal(ask(seer))).toBe('payPeriods.right_missing')
    expect(await refusal(ask(stranger))).toBe('request.not_found')
    expect((await ask(payer)).presets.map(({ id, untried }) => [id, untried])).toEqual([
      ['plain', false],
      ['gusto', true],
      ['lodas', true],
    ])
    for (const who of [seer, stranger])
      expect(await refusal(payrollFile(world.as(who), { exportId, as: null }))).toBe('request.not_found')
  })
})

test('formats are kept by name, changed and removed by whoever pays there', async () => {
  const { owner, workplaceId } = await cafe(world)
  const api = world.api(owner).exports
  const { id: formatId } = await api.makeFormat({ workplaceId, format })
  expect(await refusal(api.makeFormat({ workplaceId, format }))).toBe('exports.format_name_taken')
  await api.changeFormat({ workplaceId, formatId, format: { ...format, separator: ';' } })
  expect((await api.formats({ workplaceId })).formats).toEqual([
    { id: formatId, format: { ...format, separator: ';' } },
  ])
  const other = await cafe(world)
  const elsewhere = { workplaceId: other.workplaceId, formatId }
  expect(await refusal(world.api(other.owner).exports.removeFormat(elsewhere))).toBe('request.not_found')
  await api.removeFormat({ workplaceId, formatId })
  expect((await api.formats({ workplaceId })).formats).toEqual([])
})

test('a statement is for whom it pays and for whoever sees wages there, a record for whoever decides about hours', async () => {
  const place = await approvedDay()
  const { owner, person, workplaceId, employmentId } = place
  const { paymentIds } = await world.api(owner).payments.pay({
    ...{ workplaceId, day, paidOn: '2026-05-02', method: 'CASH' as const },
    payments: [{ employmentId, amount: 16_000 }],
  })
  const paymentId = paymentIds[0] ?? ''
  for (const who of [owner, person]) {
    const { body } = await statementFile(world.as(who), { paymentId, reader })
    const { text } = await readPdf(body)
    expect(text.replace(/\s+/g, ' ')).toContain('Gross pay €160.00')
    const record = await recordFile(world.as(who), { employmentId, month: '2026-03', reader })
    expect((await readPdf(record.body)).text.replace(/\s+/g, ' ')).toContain(
      'Tue, 10 Mar 2026 9:00 17:00 8:00',
    )
  }
  const approver = await manager(world, place, { mayApprove: true })
  const stranger = await world.user(['EMPLOYEE'])
  expect(await refusal(statementFile(world.as(approver), { paymentId, reader }))).toBe('request.not_found')
  expect(await refusal(statementFile(world.as(stranger), { paymentId, reader }))).toBe('request.not_found')
  const month = { employmentId, month: '2026-03', reader }
  expect((await recordFile(world.as(approver), month)).type).toBe('application/pdf')
  expect(await refusal(recordFile(world.as(stranger), month))).toBe('request.not_found')
  expect(await refusal(recordFile(world.as(owner), { ...month, month: '2026-13' }))).toBe('request.not_found')
})
