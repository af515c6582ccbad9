import { refusal } from './errors'
import { enrolAs } from './kiosk-world'
import { portraitFile, workForm } from './pictures'
import { cafe, hours, workKiosk } from './work-world'
import type { testWorld } from './world'

/** At the kiosk of the workplace: by face, by PIN, and what it asks. */
async function askEveryKiosk(
  world: ReturnType<typeof testWorld>,
  { staff, ...who }: { staff: ReturnType<typeof world.api>; workplaceId: string; employmentId: string },
): Promise<void> {
  const { atKiosk, scan } = await workKiosk(world, staff, who.workplaceId)
  await staff.employments.setPin({ employmentId: who.employmentId, pin: '4711' })
  await atKiosk.state()
  await refusal(scan('clara', 1))
  await refusal(atKiosk.workByPin({ number: 1, pin: '0000' }))
  await scan('anna', 1)
  const { ticket } = await atKiosk.workByPin({ number: 1, pin: '4711' })
  await atKiosk.workAct({ ticket, act: 'take_back' })
}

/** Calls once whatever concerns hours, and takes what comes of it. */
export async function askEveryHour(world: ReturnType<typeof testWorld>): Promise<void> {
  const { own, staff, ben, job, clock, workplaceId } = await cafe(world)
  await enrolAs(world, ben, 'anna')
  await own.clocking.startWorkChallenge({ workplaceId, direction: 'in' })
  await refusal(own.clocking.workByFace(workForm(workplaceId, 'in', [await portraitFile('berta')])))
  await own.clocking.workByFace(workForm(workplaceId, 'in', [await portraitFile('anna', { share: 0.44 })]))
  await own.timeEntries.startBreak({ workplaceId })
  await own.timeEntries.endBreak({ workplaceId })
  await own.timeEntries.today()
  await staff.timeEntries.board({ workplaceId })
  await staff.timeEntries.ofWorkplace({ workplaceId })
  world.wait(60)
  const { entryId } = await clock('out')
  await own.timeEntries.ownWeek({ workplaceId })
  await own.timeEntries.ownHistory({ entryId })
  await own.timeEntries.ownFaceChecks({ workplaceId })
  const wanted = hours(world, 50, 10)
  const reason = 'The kiosk was off'
  const first = await own.timeEntries.ask({ workplaceId, entryId, wanted, reason })
  await own.timeEntries.withdraw({ correctionId: first.id })
  const asked = await own.timeEntries.ask({ workplaceId, entryId, wanted, reason })
  await staff.timeEntries.corrections({ workplaceId })
  await staff.timeEntries.decide({ correctionId: asked.id, grant: true })
  await staff.timeEntries.edit({ entryId, wanted: hours(world, 60, 5), reason })
  await staff.timeEntries.undo({ entryId })
  await staff.timeEntries.edit({ entryId, wanted: hours(world, 55, 5), reason })
  await staff.timeEntries.add({ workplaceId, userId: ben.id, wanted: hours(world, 300, 200), reason })
  const [added] = await own.timeEntries.ownCorrections()
  await own.timeEntries.answer({ correctionId: added?.id ?? '', agrees: false, words: 'I was not there' })
  await staff.timeEntries.week({ workplaceId, userId: ben.id })
  await staff.timeEntries.history({ entryId })
  await staff.timeEntries.faceChecks({ workplaceId, userId: ben.id })
  await staff.faceOptOut.setOf({ userId: ben.id, off: false })
  const here = { placeId: workplaceId, userId: ben.id }
  for (const off of [true, false]) await staff.faceOptOut.setAt({ ...here, off })
  await askEveryKiosk(world, { staff, workplaceId, employmentId: job.id })
}
