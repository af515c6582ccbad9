import { cafe, worked } from './hours'
import type { testWorld } from './world'

/** Calls once whatever concerns hours and pay. */
export async function askEveryPay(world: ReturnType<typeof testWorld>): Promise<void> {
  const { owner, person, workplaceId, employmentId } = await cafe(world)
  const day = '2026-03-02'
  await worked(world, { workplaceId, employmentId, person }, [`${day}T00:00:00Z`, `${day}T02:00:00Z`])
  const [sheet, own, seen] = [{ workplaceId, employmentId, day }, { employmentId, day }, { minutes: 120 }]
  const { payPeriods } = world.api(owner)
  const mine = world.api(person).payPeriods
  await mine.own()
  await mine.ownTimesheet(own)
  await mine.ownWhy({ ...own, sum: 0 })
  await mine.signOff({ ...own, ...seen })
  await payPeriods.ofWorkplace({ workplaceId })
  await payPeriods.review({ workplaceId, day })
  await payPeriods.timesheet(sheet)
  await payPeriods.why({ ...sheet, sum: 0 })
  await payPeriods.approve({ ...sheet, ...seen })
  await payPeriods.unlock({ ...sheet, reason: 'The clock was slow' })
  await payPeriods.approveAll({ workplaceId, day })
}
