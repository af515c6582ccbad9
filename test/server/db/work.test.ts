import { employ, makeWorkplace, day as onDay } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/server/context/context'

const world = testWorld()
const at = (time: string) => new Date(`2026-03-02T${time}:00Z`)

async function cafe(employer?: Actor) {
  const now = world.clock.now
  const owner = employer ?? (await world.user(['EMPLOYER']))
  return { now, owner, ...(await makeWorkplace(world.db, { employer: owner, now })) }
}

async function working({ concurrent = false } = {}) {
  const place = await cafe()
  const person = await world.user(['EMPLOYEE'])
  const { id: workplaceId, now } = place
  const job = await employ(world.db, { workplaceId, person, now, employment: { concurrent } })
  return { place, person, job, now }
}

const entry = (
  { place, person, job, now }: Awaited<ReturnType<typeof working>>,
  startedAt: string,
  endedAt: string | null,
) =>
  world.db.timeEntry.create({
    data: {
      ...{ employmentId: job.id, userId: person.id, workplaceId: place.id, inMethod: 'HAND', createdAt: now },
      ...{
        startedAt: at(startedAt),
        endedAt: endedAt ? at(endedAt) : null,
        outMethod: endedAt ? 'HAND' : null,
      },
    },
  })

describe('what must never be of work', () => {
  test('two entries of a person that overlap, or a second open one; entries that touch are fine', async () => {
    const job = await working()
    await entry(job, '08:00', '12:00')
    await entry(job, '12:00', '14:00')
    await expect(entry(job, '11:59', '12:30')).rejects.toThrow('TimeEntry_overlap_excl')
    await entry(job, '15:00', null)
    await expect(entry(job, '14:30', null)).rejects.toThrow(/TimeEntry_(open_key|overlap_excl)/)
    await expect(entry(job, '18:00', '19:00')).rejects.toThrow('TimeEntry_overlap_excl')
  })

  test('an entry that ends before it starts, and one that is closed by nothing', async () => {
    const job = await working()
    await expect(entry(job, '12:00', '11:00')).rejects.toThrow(/TimeEntry_times_check|range lower bound/)
    const { id } = await entry(job, '08:00', null)
    await expect(
      world.db.timeEntry.update({ where: { id }, data: { endedAt: at('09:00') } }),
    ).rejects.toThrow('TimeEntry_out_check')
  })

  test('work in two places at once, unless both allow it', async () => {
    const first = await working()
    const elsewhere = await cafe()
    const { person, now } = first
    const job = await employ(world.db, { workplaceId: elsewhere.id, person, now })
    const second = { place: elsewhere, person, job, now }
    await entry(first, '08:00', null)
    await expect(entry(second, '09:00', null)).rejects.toThrow('Nobody works in two places at once')
    await world.db.employment.updateMany({ where: { userId: person.id }, data: { concurrent: true } })
    await entry(second, '09:00', null)
  })

  test('both of two places that somebody clocks in to at the same moment', async () => {
    const first = await working()
    const elsewhere = await cafe()
    const { person, now } = first
    const job = await employ(world.db, { workplaceId: elsewhere.id, person, now })
    const results = await Promise.allSettled([
      entry(first, '08:00', null),
      entry({ place: elsewhere, person, job, now }, '08:00', null),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('two employments of a person at one place at a time; rehiring is another row', async () => {
    const { place, person, now, job } = await working()
    const again = { workplaceId: place.id, person, now, minorPerHour: null }
    await expect(employ(world.db, { ...again, startedOn: '2026-06-01' })).rejects.toThrow(
      'Employment_overlap_excl',
    )
    await world.db.employment.update({ where: { id: job.id }, data: { endedOn: onDay('2026-05-31') } })
    await employ(world.db, { ...again, startedOn: '2026-06-01' })
  })

  test('two rates of one kind from the same day, unless one is superseded', async () => {
    const { job, person, now } = await working()
    const rate = { employmentId: job.id, from: onDay('2026-01-01'), createdById: person.id, createdAt: now }
    await expect(world.db.rate.create({ data: { ...rate, minorPerHour: 2100 } })).rejects.toThrow(
      'Unique constraint',
    )
    await world.db.rate.updateMany({ data: { supersededAt: now } })
    await world.db.rate.create({ data: { ...rate, minorPerHour: 2100 } })
  })

  test('a leader who pays and does not see wages', async () => {
    const { id } = await cafe()
    const payer = await world.user(['EMPLOYER'])
    const leader = { placeId: id, userId: payer.id, role: 'ASSISTANT' as const, since: world.clock.now }
    await expect(world.db.leader.create({ data: { ...leader, mayPay: true } })).rejects.toThrow(
      'Leader_pay_check',
    )
    await world.db.leader.create({ data: { ...leader, mayPay: true, seesWages: true } })
  })

  test('a minute that is paid twice, a payment that changes or goes', async () => {
    const job = await working()
    const { place, now, person } = job
    const { id: timeEntryId } = await entry(job, '08:00', '12:00')
    const period = await world.db.payPeriod.create({
      data: { workplaceId: place.id, from: onDay('2026-03-01'), to: onDay('2026-03-31'), createdAt: now },
    })
    const employmentId = job.job.id
    const payment = await world.db.payment.create({
      data: {
        ...{
          periodId: period.id,
          employmentId,
          currency: 'EUR',
          grossMinor: 8000n,
          paidOn: onDay('2026-04-01'),
        },
        ...{ method: 'transfer', madeById: person.id, createdAt: now },
      },
    })
    const paid = { paymentId: payment.id, employmentId, timeEntryId }
    await world.db.paidStretch.create({ data: { ...paid, startedAt: at('08:00'), endedAt: at('12:00') } })
    await expect(
      world.db.paidStretch.create({ data: { ...paid, startedAt: at('11:59'), endedAt: at('12:30') } }),
    ).rejects.toThrow('PaidStretch_once_excl')
    const where = { id: payment.id }
    await expect(world.db.payment.update({ where, data: { grossMinor: 1n } })).rejects.toThrow(
      'permission denied for table Payment',
    )
    await expect(world.db.payment.delete({ where })).rejects.toThrow('Payments are never changed')
    await expect(world.db.place.delete({ where: { id: place.id } })).rejects.toThrow(
      'Payments are never changed',
    )
  })

  test('two pay periods of a workplace that overlap', async () => {
    const { id: workplaceId, now } = await cafe()
    const period = (from: string, to: string) =>
      world.db.payPeriod.create({ data: { workplaceId, from: onDay(from), to: onDay(to), createdAt: now } })
    await period('2026-03-01', '2026-03-15')
    await period('2026-03-16', '2026-03-31')
    await expect(period('2026-03-31', '2026-04-15')).rejects.toThrow('PayPeriod_overlap_excl')
  })
})
