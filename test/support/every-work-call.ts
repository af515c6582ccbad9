import type { Actor } from '@/server/context/context'
import { refusal } from './errors'
import { employ, makeWorkplace } from './workplaces'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>
type Api = ReturnType<World['api']>

async function askAboutWorkplace(api: Api, workplaceId: string, manager: Actor): Promise<void> {
  const place = { workplaceId }
  const { workplaces } = api
  await workplaces.led({})
  await workplaces.update({ ...place, longestShiftMinutes: 720 })
  await workplaces.rules(place)
  await workplaces.setExceptions({ ...place, exceptions: [] })
  await workplaces.setRules({ ...place, from: '2026-04-01', preset: 'germany' })
  const rights = { mayApprove: true, seesWages: false, mayPay: false }
  await refusal(workplaces.setRights({ ...place, userId: manager.id, ...rights }))
  const { id: kindId } = await workplaces.addKind({ ...place, name: 'Kitchen' })
  await workplaces.archiveKind({ ...place, kindId })
  const site = { name: 'Old town', latitude: 48.1, longitude: 11.6, radius: 100 }
  const { id: siteId } = await workplaces.addSite({ ...place, ...site })
  await workplaces.removeSite({ ...place, siteId })
  await workplaces.addHoliday({ ...place, day: '2026-05-01', name: 'May Day' })
  await workplaces.removeHoliday({ ...place, day: '2026-05-01' })
  await workplaces.byId(place)
}

async function askAboutEmployment(api: Api, employmentId: string): Promise<void> {
  const { employments } = api
  await employments.byId({ employmentId })
  await employments.update({ employmentId, jobTitle: 'Barista' })
  await employments.addRate({ employmentId, kindId: null, from: '2026-04-01', minorPerHour: 1600 })
  await employments.rates({ employmentId })
  await employments.setPin({ employmentId, pin: '4093' })
  await employments.end({ employmentId, endedOn: '2026-03-01' })
  await employments.rehire({ employmentId, startedOn: '2026-03-02' })
}

async function askAboutRecords(world: World, api: Api, workplaceId: string): Promise<void> {
  const { before } = await api.records.kept({ workplaceId })
  await api.records.erase({ workplaceId, before })
  const months = { from: '2026-01', to: '2026-03' }
  const { id, link } = await api.inspections.make({ workplaceId, name: 'Ms Gray', ...months })
  await api.inspections.ofWorkplace({ workplaceId })
  await world.api().inspections.look({ link })
  await api.inspections.revoke({ inspectionId: id })
}

/** Asks everything of a workplace and of who works there, as whoever may. */
export async function askEveryWork(world: World): Promise<void> {
  const now = world.clock.now
  const employer = await world.user(['EMPLOYER'])
  const [employee, newcomer] = [await world.user(['EMPLOYEE']), await world.user(['EMPLOYEE'])]
  const api = world.api(employer)
  const { id: workplaceId } = await makeWorkplace(world.db, { employer, now })
  await api.workplaces.create({ name: 'Bakery', timeZone: 'Europe/Berlin', country: 'DE' })
  await askAboutWorkplace(api, workplaceId, newcomer)
  const { id: employmentId } = await employ(world.db, { workplaceId, person: employee, now })
  await api.employments.ofWorkplace({ workplaceId })
  await askAboutRecords(world, api, workplaceId)
  const own = world.api(employee).employments
  await own.own()
  await own.setOwnPin({ employmentId, pin: '5802' })
  await askAboutEmployment(api, employmentId)

  const list = { workplaceId, text: `Kim, ${newcomer.email}` }
  await api.employments.previewTeam(list)
  await api.employments.addTeam({ ...list, startedOn: '2026-03-02' })
  const [asked] = await api.employments.invitations({ workplaceId })
  const invitation = { invitationId: asked?.id ?? '' }
  const { link } = await api.employments.renewLink({ workInvitationId: invitation.invitationId })
  const theirs = world.api(newcomer).employments
  await theirs.asked()
  await theirs.byLink({ link })
  await theirs.decline(invitation)
  await refusal(theirs.accept(invitation))
  await refusal(theirs.acceptLink({ link }))
  const again = await api.employments.invite({ workplaceId, startedOn: '2026-03-02' })
  await api.employments.withdraw({ workInvitationId: again.id })
  const { joinCode } = await api.workplaces.setJoinCode({ workplaceId, on: true })
  await theirs.toJoin({ joinCode: joinCode ?? '' })
  await theirs.join({ joinCode: joinCode ?? '' })
  await api.workplaces.setArchived({ workplaceId, archived: true })
}
