import { refusal } from '@test/support/errors'
import { employ, makeWorkplace } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'

const world = testWorld()

const bakery = { name: 'Bakery', timeZone: 'Europe/Berlin' }

async function cafe() {
  const owner = await world.user(['EMPLOYER'], 'Ms Okafor')
  const { id: workplaceId } = await makeWorkplace(world.db, { employer: owner, now: world.clock.now })
  return { owner, workplaceId, api: world.api(owner) }
}

async function assisting(rights: { mayApprove: boolean; seesWages: boolean; mayPay: boolean }) {
  const given = await cafe()
  const manager = await world.user(['EMPLOYER'], 'Mr Berg')
  const placeId = given.workplaceId
  await given.api.places.invite({ placeId, email: manager.email, rights })
  const asManager = world.api(manager)
  const [invitation] = await asManager.places.invitations()
  await asManager.places.acceptInvitation({ invitationId: invitation?.id ?? '' })
  return { ...given, manager, asManager, place: { placeId } }
}

const nothing = { mayApprove: false, seesWages: false, mayPay: false }

describe('a new workplace', () => {
  test('follows the usage of its country where nothing else is said', async () => {
    const api = world.api(await world.user(['EMPLOYER']))
    const { id: workplaceId } = await api.workplaces.create({ ...bakery, country: 'US' })
    expect(await api.workplaces.byId({ workplaceId })).toMatchObject({
      ...{ country: 'US', currency: 'USD', weekStart: 'SUNDAY', payCycle: 'TWO_WEEKLY', owns: true },
      // 2 March 2026 is a Monday: the week began on the day before.
      firstPeriod: '2026-03-01',
      rules: [{ from: '2026-03-01', preset: 'us_federal', begun: true }],
      may: { mayApprove: true, seesWages: true, mayPay: true },
      steps: { people: 0, invited: 0, kiosk: false, clockedIn: false },
      ...{ faceClocking: true, liveness: 'CHALLENGE', joinCode: null },
    })
  })

  test('takes what was said instead', async () => {
    const api = world.api(await world.user(['EMPLOYER']))
    const said = { currency: 'CHF', weekStart: 'SATURDAY', payCycle: 'WEEKLY', preset: 'none' } as const
    const { id: workplaceId } = await api.workplaces.create({ ...bakery, country: 'DE', ...said })
    const { preset: _, ...kept } = said
    expect(await api.workplaces.byId({ workplaceId })).toMatchObject({
      ...{ ...kept, firstPeriod: '2026-02-28', rules: [{ preset: null }] },
    })
  })

  test.each(['ES', 'FR'])('in %s, where the authority refuses it, starts without faces', async (country) => {
    const api = world.api(await world.user(['EMPLOYER']))
    const { id: workplaceId } = await api.workplaces.create({ ...bakery, country })
    expect(await api.workplaces.byId({ workplaceId })).toMatchObject({ faceClocking: false })
  })

  test.each([
    ['a country that there is not', { country: 'XX' }],
    ['a currency that there is not', { country: 'DE', currency: 'QQQ' }],
    ['a time zone that there is not', { country: 'DE', timeZone: 'Europe/Nowhere' }],
  ])('with %s is refused', async (_title, wrong) => {
    const api = world.api(await world.user(['EMPLOYER']))
    expect(await refusal(api.workplaces.create({ ...bakery, ...wrong }))).toBe('BAD_REQUEST')
  })

  test('is among those of whoever made it, and nobody else’s', async () => {
    const { api, workplaceId } = await cafe()
    const stranger = world.api(await world.user(['EMPLOYER']))
    expect(await api.workplaces.led({})).toMatchObject([{ id: workplaceId, people: 0, assists: false }])
    expect(await stranger.workplaces.led({})).toEqual([])
    const answers = await Promise.all(
      [
        stranger.workplaces.byId({ workplaceId }),
        stranger.workplaces.update({ workplaceId, name: 'Mine' }),
        stranger.workplaces.addKind({ workplaceId, name: 'Kitchen' }),
        stranger.workplaces.setArchived({ workplaceId, archived: true }),
        stranger.employments.ofWorkplace({ workplaceId }),
        stranger.employments.previewTeam({ workplaceId, text: 'Kim, kim@example.org' }),
      ].map(refusal),
    )
    expect(new Set(answers)).toEqual(new Set(['request.not_found']))
  })
})

describe('its settings', () => {
  test('are changed one by one, and the ledger keeps what decides about clocking', async () => {
    const { api, workplaceId, owner } = await cafe()
    await api.workplaces.update({ workplaceId, faceClocking: false, outsideSites: 'REFUSED' })
    expect(await api.workplaces.byId({ workplaceId })).toMatchObject({
      ...{ name: 'Corner Café', faceClocking: false, outsideSites: 'REFUSED', longestShiftMinutes: 960 },
    })
    const change = await world.db.change.findFirstOrThrow({ where: { subject: 'workplace' } })
    expect(change).toMatchObject({
      ...{ subjectId: workplaceId, placeId: workplaceId, actorId: owner.id },
      before: { faceClocking: true },
      after: { faceClocking: false, outsideSites: 'REFUSED' },
    })
  })

  test('rules of a day that has passed say why, and those of the same day are superseded', async () => {
    const { api, workplaceId } = await cafe()
    const set = (from: string, preset: 'eu' | 'germany') =>
      api.workplaces.setRules({ workplaceId, from, preset })
    expect(await refusal(set('2026-03-01', 'eu'))).toBe('workplaces.rules_reason_needed')
    await set('2026-03-02', 'eu')
    await set('2026-04-01', 'eu')
    await set('2026-04-01', 'germany')
    const { rules } = await api.workplaces.byId({ workplaceId })
    expect(rules).toEqual([
      { from: '2026-04-01', preset: 'germany', begun: false },
      { from: '2026-03-02', preset: 'eu', begun: true },
    ])
    expect(await world.db.ruleSet.count()).toBe(3)
  })

  test('kinds of work, sites and holidays come and go', async () => {
    const { api, workplaceId } = await cafe()
    const { id: kindId } = await api.workplaces.addKind({ workplaceId, name: 'Kitchen' })
    await api.workplaces.archiveKind({ workplaceId, kindId })
    expect(await api.workplaces.addKind({ workplaceId, name: 'Kitchen' })).toEqual({ id: kindId })
    const site = { name: 'Old town', latitude: 48.137, longitude: 11.575, radius: 150 }
    await api.workplaces.addSite({ workplaceId, ...site })
    expect(await refusal(api.workplaces.addSite({ workplaceId, ...site }))).toBe('workplaces.name_taken')
    await api.workplaces.addHoliday({ workplaceId, day: '2026-05-01', name: 'May Day' })
    await api.workplaces.addHoliday({ workplaceId, day: '2026-05-01', name: 'Labour Day' })
    expect(await api.workplaces.byId({ workplaceId })).toMatchObject({
      kinds: [{ name: 'Kitchen' }],
      sites: [site],
      holidays: [{ day: '2026-05-01', name: 'Labour Day' }],
    })
    await api.workplaces.removeHoliday({ workplaceId, day: '2026-05-01' })
    expect(await refusal(api.workplaces.removeHoliday({ workplaceId, day: '2026-05-01' }))).toBe(
      'request.not_found',
    )
  })

  test('archiving waits until nobody is clocked in, and only its owner does it', async () => {
    const { api, workplaceId, asManager } = await assisting(nothing)
    const archive = { workplaceId, archived: true }
    expect(await refusal(asManager.workplaces.setArchived(archive))).toBe('places.owner_only')
    const person = await world.user(['EMPLOYEE'])
    const now = world.clock.now
    const job = await employ(world.db, { workplaceId, person, now })
    const entry = { employmentId: job.id, userId: person.id, workplaceId, inMethod: 'PIN' as const }
    await world.db.timeEntry.create({ data: { ...entry, startedAt: now, createdAt: now } })
    expect(await refusal(api.workplaces.setArchived(archive))).toBe('workplaces.people_clocked_in')
    await world.db.timeEntry.updateMany({ data: { endedAt: now, outMethod: 'PIN' } })
    await api.workplaces.setArchived(archive)
    expect(await refusal(api.workplaces.addKind({ workplaceId, name: 'Bar' }))).toBe('workplaces.archived')
    expect(await api.workplaces.led({ archived: true })).toHaveLength(1)
  })
})

describe('who runs it', () => {
  test('an invitation carries rights, and only they are given', async () => {
    const { asManager, workplaceId } = await assisting({ ...nothing, mayApprove: true })
    expect(await asManager.workplaces.byId({ workplaceId })).toMatchObject({
      ...{ owns: false, may: { mayApprove: true, seesWages: false, mayPay: false } },
    })
    expect(
      await world.db.change.findFirst({ where: { subject: 'leader' }, orderBy: { id: 'desc' } }),
    ).toMatchObject({ after: { role: 'ASSISTANT', rights: ['APPROVE'] } })
  })

  test('whoever pays sees wages: the one is not given without the other', async () => {
    const { api, place, manager, workplaceId } = await assisting(nothing)
    const rights = { mayApprove: false, seesWages: false, mayPay: true }
    expect(await refusal(api.places.invite({ ...place, email: 'a@example.org', rights }))).toBe('BAD_REQUEST')
    const input = { workplaceId, userId: manager.id }
    expect(await refusal(api.workplaces.setRights({ ...input, ...rights }))).toBe('BAD_REQUEST')
    await api.workplaces.setRights({ ...input, ...rights, seesWages: true })
    expect((await api.places.leaders(place)).leaders).toMatchObject([
      { role: 'OWNER' },
      { role: 'ASSISTANT', mayPay: true, seesWages: true, mayApprove: false },
    ])
  })

  test('only an owner gives rights, only to who assists, and only at a workplace', async () => {
    const { asManager, manager, owner, api, workplaceId } = await assisting(nothing)
    const all = { mayApprove: true, seesWages: true, mayPay: true }
    const to = (userId: string) => ({ workplaceId, userId, ...all })
    expect(await refusal(asManager.workplaces.setRights(to(manager.id)))).toBe('places.owner_only')
    expect(await refusal(api.workplaces.setRights(to(owner.id)))).toBe('workplaces.not_an_assistant')
    const nobody = await world.user(['EMPLOYER'])
    expect(await refusal(api.workplaces.setRights(to(nobody.id)))).toBe('request.not_found')
  })

  test('a teacher who is no employer is told so, and accepts once they are', async () => {
    const { api, workplaceId } = await cafe()
    const teacher = await world.user(['TEACHER'])
    await api.places.invite({ placeId: workplaceId, email: teacher.email })
    const [invitation] = await world.api(teacher).places.invitations()
    expect(invitation).toMatchObject({ kind: 'WORKPLACE', obstacle: 'NO_EMPLOYER' })
    const input = { invitationId: invitation?.id ?? '' }
    expect(await refusal(world.api(teacher).places.acceptInvitation(input))).toBe('places.no_employer')
    await world.api(teacher).account.addRole({ role: 'EMPLOYER' })
    const both = { ...teacher, roles: ['TEACHER' as const, 'EMPLOYER' as const] }
    expect(await world.api(both).places.acceptInvitation(input)).toMatchObject({ kind: 'WORKPLACE' })
  })
})

test('who adds and archives kinds of work, archives a workplace or changes its code is in the ledger', async () => {
  const { workplaceId, api, owner } = await cafe()
  const { id: kindId } = await api.workplaces.addKind({ workplaceId, name: 'Kitchen' })
  await api.workplaces.addKind({ workplaceId, name: 'Kitchen' })
  await api.workplaces.archiveKind({ workplaceId, kindId })
  await api.workplaces.addKind({ workplaceId, name: 'Kitchen' })
  await api.workplaces.setJoinCode({ workplaceId, on: true })
  await api.workplaces.setJoinCode({ workplaceId, on: false })
  await api.workplaces.setArchived({ workplaceId, archived: true })
  await api.workplaces.setArchived({ workplaceId, archived: true })
  const rows = await world.db.change.findMany({ where: { placeId: workplaceId }, orderBy: { id: 'asc' } })
  expect(rows.every(({ actorId }) => actorId === owner.id)).toBe(true)
  expect(rows.map(({ subject, subjectId, before, after }) => [subject, subjectId, before, after])).toEqual([
    ['work kind', kindId, null, { archived: false }],
    ['work kind', kindId, { archived: false }, { archived: true }],
    ['work kind', kindId, { archived: true }, { archived: false }],
    ['join code', workplaceId, { on: false }, { on: true }],
    ['join code', workplaceId, { on: true }, { on: false }],
    ['archiving', workplaceId, { archived: false }, { archived: true }],
  ])
})
