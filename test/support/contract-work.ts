import type { ContractCase, Made } from './contract-case'
import type { Scene } from './contract-scene'

const ofWork = async (scene: Scene) => {
  const { ben, workplaceId } = await scene.work()
  return { as: ben, given: { workplaceId } }
}

async function atWork(scene: Scene): Promise<ContractCase> {
  const { ben, workplaceId, enrolled } = await scene.work()
  await enrolled()
  return { as: ben, given: { workplaceId, frame: await scene.frame() } }
}

/** Ben is in. */
async function clockedIn(scene: Scene): Promise<ContractCase> {
  const { ben, workplaceId, clock } = await scene.work()
  const { entryId } = await clock('in')
  return { as: ben, given: { workplaceId, entryId } }
}

const reason = 'The kiosk was off'
const example = {
  startedAt: '2026-03-01T08:00:00+01:00',
  endedAt: '2026-03-01T16:30:00+01:00',
  breaks: [],
  kindId: null,
}

/** Ben asks for an entry that is missing. */
async function asked(scene: Scene) {
  const { ben, employer, workplaceId, own } = await scene.work()
  const { id: correctionId } = await own.timeEntries.ask({ workplaceId, wanted: example, reason })
  return { ben, employer, given: { workplaceId, correctionId } }
}

/** The owner enters one for Ben. */
async function added(scene: Scene) {
  const { ben, employer, workplaceId, own, staff } = await scene.work()
  const { id } = await staff.timeEntries.add({ workplaceId, userId: ben.id, wanted: example, reason })
  const [correction] = await own.timeEntries.ownCorrections()
  const correctionId = correction?.id ?? ''
  return { ben, employer, given: { workplaceId, userId: ben.id, entryId: id, correctionId } }
}

type Case = typeof asked | typeof added
const byBen = (of: Case) => async (scene: Scene) => {
  const { ben: as, given } = await of(scene)
  return { as, given }
}
const byOwner = (of: Case) => async (scene: Scene) => {
  const { employer: as, given } = await of(scene)
  return { as, given }
}

/** The cases of hours, beside those of classes. */
export const hourCases: Record<string, (scene: Scene) => Made> = {
  'clocking.startWorkChallenge': atWork,
  'clocking.workByFace': atWork,
  'clocking.workByCode': async (scene) => {
    const { ben, workplaceId, code } = await scene.work()
    return { as: ben, given: { workplaceId, code: code() } }
  },
  'timeEntries.today': clockedIn,
  'timeEntries.startBreak': clockedIn,
  'timeEntries.endBreak': clockedIn,
  'timeEntries.ownWeek': ofWork,
  'timeEntries.ownHistory': clockedIn,
  'timeEntries.ownFaceChecks': ofWork,
  'timeEntries.ask': ofWork,
  'timeEntries.withdraw': byBen(asked),
  'timeEntries.answer': byBen(added),
  'timeEntries.ownCorrections': byBen(added),
  'timeEntries.board': byOwner(added),
  'timeEntries.ofWorkplace': byOwner(added),
  'timeEntries.week': byOwner(added),
  'timeEntries.faceChecks': byOwner(added),
  'timeEntries.history': byOwner(added),
  'timeEntries.corrections': byOwner(asked),
  'timeEntries.decide': byOwner(asked),
  'timeEntries.edit': byOwner(added),
  'timeEntries.undo': byOwner(added),
  'timeEntries.add': async (scene) => {
    const { ben, employer, workplaceId } = await scene.work()
    return { as: employer, given: { workplaceId, userId: ben.id } }
  },
}
