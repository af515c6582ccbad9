import type { ContractCase } from './contract-case'
import type { Scene } from './contract-scene'
import { makeAccount } from './tokens'
import { employ, makeWorkplace } from './workplaces'

/** An employer's workplace with somebody who works there, and somebody who was asked to. */
async function workScene({ world }: Scene) {
  const now = world.clock.now
  const employer = await makeAccount(world, ['EMPLOYER'])
  const manager = await makeAccount(world, ['EMPLOYER'])
  const employee = await makeAccount(world, ['EMPLOYEE'])
  const newcomer = await makeAccount(world, ['EMPLOYEE'])
  const { id: workplaceId } = await makeWorkplace(world.db, { employer, now })
  const { id: employmentId } = await employ(world.db, { workplaceId, person: employee, now })
  const api = world.api(employer)
  await world.db.leader.create({
    data: { placeId: workplaceId, userId: manager.id, role: 'ASSISTANT', since: now },
  })
  const { id: kindId } = await api.workplaces.addKind({ workplaceId, name: 'Kitchen' })
  const site = { name: 'New town', latitude: 48.1, longitude: 11.6, radius: 100 }
  const { id: siteId } = await api.workplaces.addSite({ workplaceId, ...site })
  const { id, link } = await api.employments.invite({
    ...{ workplaceId, email: newcomer.email, startedOn: '2026-03-01' },
  })
  const ids = { workplaceId, employmentId, kindId, siteId, workInvitationId: id, invitationId: id, link }
  return { employer, manager, employee, newcomer, api, workplaceId, employmentId, ids }
}

type Work = Awaited<ReturnType<typeof workScene>>

const given =
  (who: (work: Work) => Work['employer'], names: readonly (keyof Work['ids'])[]) =>
  async (scene: Scene): Promise<ContractCase> => {
    const work = await workScene(scene)
    return { as: who(work), given: Object.fromEntries(names.map((name) => [name, work.ids[name]])) }
  }

const byEmployer = (...names: (keyof Work['ids'])[]) => given(({ employer }) => employer, names)
const byEmployee = (...names: (keyof Work['ids'])[]) => given(({ employee }) => employee, names)
const byNewcomer = (...names: (keyof Work['ids'])[]) => given(({ newcomer }) => newcomer, names)

const withCode = async (scene: Scene): Promise<ContractCase> => {
  const { newcomer, api, workplaceId } = await workScene(scene)
  const { joinCode } = await api.workplaces.setJoinCode({ workplaceId, on: true })
  return { as: newcomer, given: { joinCode: joinCode ?? '' } }
}

/** How the operations about workplaces and who works there are called. */
export const workCases: Record<string, (scene: Scene) => Promise<ContractCase>> = {
  'workplaces.create': byEmployer(),
  'workplaces.led': byEmployer(),
  'workplaces.byId': byEmployer('workplaceId'),
  'workplaces.update': byEmployer('workplaceId'),
  'workplaces.setArchived': byEmployer('workplaceId'),
  'workplaces.rules': byEmployer('workplaceId'),
  'workplaces.ownRules': byEmployee('employmentId'),
  'workplaces.setRules': byEmployer('workplaceId'),
  'workplaces.setExceptions': byEmployer('workplaceId'),
  'workplaces.setJoinCode': byEmployer('workplaceId'),
  'workplaces.setRights': async (scene) => {
    const { employer, manager, workplaceId } = await workScene(scene)
    return { as: employer, given: { workplaceId, userId: manager.id } }
  },
  'workplaces.addKind': byEmployer('workplaceId'),
  'workplaces.archiveKind': byEmployer('workplaceId', 'kindId'),
  'workplaces.addSite': byEmployer('workplaceId'),
  'workplaces.removeSite': byEmployer('workplaceId', 'siteId'),
  'workplaces.addHoliday': byEmployer('workplaceId'),
  'workplaces.removeHoliday': async (scene) => {
    const { employer, api, workplaceId } = await workScene(scene)
    await api.workplaces.addHoliday({ workplaceId, day: '2027-03-01', name: 'May Day' })
    return { as: employer, given: { workplaceId } }
  },
  'records.kept': byEmployer('workplaceId'),
  'records.erase': byEmployer('workplaceId'),
  'inspections.make': byEmployer('workplaceId'),
  'inspections.ofWorkplace': byEmployer('workplaceId'),
  'inspections.revoke': async (scene) => {
    const { employer, api, workplaceId } = await workScene(scene)
    const months = { from: '2026-01', to: '2026-03' }
    const { id } = await api.inspections.make({ workplaceId, name: 'Labour inspectorate', ...months })
    return { as: employer, given: { inspectionId: id } }
  },
  'employments.ofWorkplace': byEmployer('workplaceId'),
  'employments.byId': byEmployer('employmentId'),
  'employments.update': byEmployer('employmentId'),
  'employments.end': byEmployer('employmentId'),
  'employments.rehire': async (scene) => {
    const { employer, api, employmentId } = await workScene(scene)
    await api.employments.end({ employmentId, endedOn: '2026-03-01' })
    return { as: employer, given: { employmentId } }
  },
  'employments.rates': byEmployer('employmentId'),
  'employments.addRate': byEmployer('employmentId', 'kindId'),
  'employments.setPin': byEmployer('employmentId'),
  'employments.previewTeam': byEmployer('workplaceId'),
  'employments.addTeam': byEmployer('workplaceId'),
  'employments.invite': byEmployer('workplaceId'),
  'employments.invitations': byEmployer('workplaceId'),
  'employments.renewLink': byEmployer('workInvitationId'),
  'employments.withdraw': byEmployer('workInvitationId'),
  'employments.asked': byNewcomer(),
  'employments.accept': byNewcomer('invitationId'),
  'employments.decline': byNewcomer('invitationId'),
  'employments.byLink': byNewcomer('link'),
  'employments.acceptLink': byNewcomer('link'),
  'employments.toJoin': withCode,
  'employments.join': withCode,
  'employments.own': byEmployee(),
  'employments.setOwnPin': byEmployee('employmentId'),
}
