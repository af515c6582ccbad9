import { cafe, worked } from './hours'
import { presetFormat } from './payroll'
import type { testWorld } from './world'

/** Calls once whatever concerns hours and pay. */
export async function askEveryPay(world: ReturnType<typeof testWorld>): Promise<void> {
  const { owner, person, workplaceId, employmentId } = await cafe(world)
  const day = '2026-03-02'
  await worked(world, { workplaceId, employmentId, person }, [`${day}T00:00:00Z`, `${day}T02:00:00Z`])
  const [sheet, own, seen] = [{ workplaceId, employmentId, day }, { employmentId, day }, { minutes: 120 }]
  const { payPeriods, payments, exports } = world.api(owner)
  const { payPeriods: mine, payments: ownPayments } = world.api(person)
  const { extras } = world.api(owner)
  const extra = { workplaceId, employmentId, day, name: 'missed-meal' as const, reason: 'No relief' }
  const { id: extraId } = await extras.add({ ...extra, minutes: 60 })
  await extras.ofTimesheet({ workplaceId, employmentId, day })
  await world.api(person).extras.own({ employmentId, day })
  await extras.remove({ extraId, reason: 'A mistake' })
  await world.api(person).workplaces.ownRules({ employmentId })
  await mine.own()
  await mine.ownWaiting()
  await payPeriods.waiting()
  await mine.ownTimesheet(own)
  await mine.ownWhy({ ...own, sum: 0 })
  await mine.signOff({ ...own, ...seen })
  const { overview } = world.api(owner)
  await overview.now({})
  await overview.pay({ workplaceId })
  await overview.week({ workplaceId, day })
  await overview.trends({ workplaceId })
  await overview.person({ employmentId })
  await world.api(person).overview.own()
  await world.api(person).feeds.start()
  await payPeriods.ofWorkplace({ workplaceId })
  await payPeriods.review({ workplaceId, day })
  await payPeriods.timesheet(sheet)
  await payPeriods.why({ ...sheet, sum: 0 })
  await payPeriods.approve({ ...sheet, ...seen })
  await payPeriods.unlock({ ...sheet, reason: 'The clock was slow' })
  await payPeriods.approve({ ...sheet, ...seen })
  await payPeriods.approveAll({ workplaceId, day })
  await payments.due({ workplaceId, day })
  const due = [{ employmentId, amount: 4000 }]
  const { paymentIds } = await payments.pay({
    ...{ workplaceId, day, payments: due, paidOn: day, method: 'CASH' as const },
  })
  const one = { paymentId: paymentIds[0] ?? '' }
  const format = presetFormat('plain', { columns: [{ field: 'hours', header: 'hours' }] })
  const { id: formatId } = await exports.makeFormat({ workplaceId, format })
  await exports.changeFormat({ workplaceId, formatId, format })
  await exports.formats({ workplaceId })
  await exports.preview({ workplaceId, day, format })
  const { id: exportId } = await exports.exportPeriod({ workplaceId, day, format })
  await exports.ofPeriod({ workplaceId, day })
  await exports.byId({ exportId })
  await exports.removeFormat({ workplaceId, formatId })
  await payments.ofWorkplace({ workplaceId })
  await payments.byId(one)
  await ownPayments.own({})
  await ownPayments.ownById(one)
}
