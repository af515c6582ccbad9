import { refusal } from '@test/support/errors'
import { employ, makeWorkplace } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { WORK_INVITATION_DAYS } from '@/domain/employments'

const world = testWorld()

beforeEach(() => {
  world.clock.now = new Date('2026-03-02T03:15:00Z')
})

async function cafe() {
  const now = world.clock.now
  const owner = await world.user(['EMPLOYER'], 'Ms Okafor')
  const { id: workplaceId } = await makeWorkplace(world.db, { employer: owner, now })
  const person = await world.user(['STUDENT'], 'Amit Rai')
  const api = world.api(owner).employments
  return { owner, person, workplaceId, api, place: { workplaceId } }
}

const terms = { startedOn: '2026-03-02', jobTitle: 'Barista', minorPerHour: 1550 }

describe('an invitation', () => {
  test('for an email is shown to whoever signs in with it, and accepted makes an employee', async () => {
    const { api, person, place, workplaceId } = await cafe()
    await api.invite({ ...place, email: person.email, ...terms })
    const theirs = world.api(person).employments
    const [asked] = await theirs.asked()
    expect(asked).toMatchObject({ workplace: 'Corner Café', by: 'Ms Okafor', currency: 'EUR', ...terms })
    const { employmentId } = await theirs.accept({ invitationId: asked?.id ?? '' })
    expect(await api.byId({ employmentId })).toMatchObject({ jobTitle: 'Barista', number: 1 })
    expect((await api.rates({ employmentId })).rates).toMatchObject([
      { from: '2026-03-02', minorPerHour: 1550, kindId: null },
    ])
    const user = await world.db.user.findUniqueOrThrow({ where: { id: person.id } })
    expect(user.roles).toEqual(['STUDENT', 'EMPLOYEE'])
    expect(await theirs.asked()).toEqual([])
    expect(await api.invitations({ workplaceId })).toEqual([])
  })

  test('is nobody else’s to answer', async () => {
    const { api, person, place } = await cafe()
    const { id: invitationId } = await api.invite({ ...place, email: person.email, ...terms })
    const stranger = world.api(await world.user(['EMPLOYEE'])).employments
    expect(await stranger.asked()).toEqual([])
    const answers = await Promise.all(
      [stranger.accept({ invitationId }), stranger.decline({ invitationId })].map(refusal),
    )
    expect(new Set(answers)).toEqual(new Set(['employments.invitation_gone']))
  })

  test('by link is for whoever has it, once', async () => {
    const { api, person, place } = await cafe()
    const { link } = await api.invite({ ...place, ...terms })
    expect(await world.api(person).employments.byLink({ link })).toMatchObject({ workplace: 'Corner Café' })
    await world.api(person).employments.acceptLink({ link })
    const second = world.api(await world.user(['EMPLOYEE'])).employments
    const answers = await Promise.all(
      [second.byLink({ link }), second.acceptLink({ link }), second.byLink({ link: 'x' })].map(refusal),
    )
    expect(new Set(answers)).toEqual(new Set(['employments.invitation_gone']))
  })

  test('is accepted once where two answer at the same time', async () => {
    const { api, place } = await cafe()
    const { link } = await api.invite({ ...place, ...terms })
    const people = await Promise.all(Array.from({ length: 4 }, () => world.user(['EMPLOYEE'])))
    const answers = await Promise.allSettled(
      people.map((person) => world.api(person).employments.acceptLink({ link })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('its link is replaced, it is taken back, and it runs out', async () => {
    const { api, person, place } = await cafe()
    const { id: workInvitationId, link } = await api.invite({ ...place, ...terms })
    const { link: newer } = await api.renewLink({ workInvitationId })
    const theirs = world.api(person).employments
    expect(await refusal(theirs.byLink({ link }))).toBe('employments.invitation_gone')
    world.wait(WORK_INVITATION_DAYS * 24 * 60)
    expect(await refusal(theirs.byLink({ link: newer }))).toBe('employments.invitation_gone')
    await api.withdraw({ workInvitationId })
    expect(await refusal(api.withdraw({ workInvitationId }))).toBe('request.not_found')
  })

  test('is refused to whoever works here or runs it', async () => {
    const { api, owner, person, place, workplaceId } = await cafe()
    await employ(world.db, { workplaceId, person, now: world.clock.now })
    expect(await refusal(api.invite({ ...place, email: person.email, ...terms }))).toBe(
      'employments.invited_or_works',
    )
    const { link } = await api.invite({ ...place, ...terms })
    expect(await refusal(world.api(owner).employments.acceptLink({ link }))).toBe('employments.leads_here')
    expect(await refusal(world.api(person).employments.acceptLink({ link }))).toBe('employments.works_here')
  })
})

describe('the code of a workplace', () => {
  test('lets an employee in from today on, while there is one', async () => {
    const { owner, place, workplaceId } = await cafe()
    const person = await world.user(['EMPLOYEE'])
    const { joinCode } = await world.api(owner).workplaces.setJoinCode({ ...place, on: true })
    const code = { joinCode: joinCode ?? '' }
    const theirs = world.api(person).employments
    expect(await theirs.toJoin(code)).toEqual({ name: 'Corner Café', by: 'Ms Okafor', joined: false })
    await theirs.join(code)
    expect(await theirs.own()).toMatchObject([
      { startedOn: '2026-03-02', workplace: { id: workplaceId }, rates: [] },
    ])
    expect(await refusal(theirs.join(code))).toBe('employments.works_here')
    await world.api(owner).workplaces.setJoinCode({ ...place, on: false })
    const late = world.api(await world.user(['EMPLOYEE'])).employments
    expect(await refusal(late.toJoin(code))).toBe('employments.code_unknown')
  })

  test('is none of a class, nor the other way round', async () => {
    const { owner, place } = await cafe()
    const { joinCode } = await world.api(owner).workplaces.setJoinCode({ ...place, on: true })
    const student = world.api(await world.user(['STUDENT']))
    expect(await refusal(student.places.join({ joinCode: joinCode ?? '' }))).toBe('classes.code_unknown')
  })
})

describe('a list of people', () => {
  test('is read with or without a first line, from a spreadsheet or a file', async () => {
    const { api, place } = await cafe()
    const plain = await api.previewTeam({
      ...place,
      text: 'Kim Lee, KIM@example.org, Barista, 7, "15,50"\n\nZoë Łuk, zoe@example.org',
    })
    expect(plain).toEqual([
      {
        ...{ line: 1, name: 'Kim Lee', email: 'kim@example.org', jobTitle: 'Barista' },
        ...{ externalNumber: '7', minorPerHour: 1550, problem: null },
      },
      {
        ...{ line: 3, name: 'Zoë Łuk', email: 'zoe@example.org', jobTitle: null },
        ...{ externalNumber: null, minorPerHour: null, problem: null },
      },
    ])
    const pasted = await api.previewTeam({
      ...place,
      text: '\ufeffStundensatz\tE-Mail\tName\r\n12\tkim@example.org\tKim "the boss" Lee\r\n',
    })
    expect(pasted).toMatchObject([{ email: 'kim@example.org', minorPerHour: 1200, line: 2 }])
  })

  test('takes a first line whose address is mistyped for a person, not for the names of columns', async () => {
    const { api, place } = await cafe()
    expect(await api.previewTeam({ ...place, text: 'Kim Lee, nonsense, Barista' })).toMatchObject([
      { name: 'Kim Lee', problem: 'EMAIL' },
    ])
  })

  test('says of each line what is wrong, and adds nobody until all is right', async () => {
    const { api, owner, person, place, workplaceId } = await cafe()
    await employ(world.db, { workplaceId, person, now: world.clock.now })
    await api.invite({ ...place, email: 'asked@example.org', ...terms })
    const text = [
      ...['A, a@example.org', 'B, nonsense', 'C, c@example.org, , , 12.345', 'D, A@example.org'],
      ...[`E, ${person.email}`, 'F, asked@example.org', `G, ${owner.email}`],
    ].join('\n')
    const lines = await api.previewTeam({ ...place, text })
    expect(lines.map(({ problem }) => problem)).toEqual([
      ...[null, 'EMAIL', 'RATE', 'TWICE', 'HERE', 'INVITED', 'HERE'],
    ])
    expect(await refusal(api.addTeam({ ...place, text, startedOn: '2026-03-02' }))).toBe(
      'employments.list_wrong',
    )
    expect(await world.db.employmentInvitation.count()).toBe(1)
    const right = { ...place, text: 'A, a@example.org\nB, b@example.org', startedOn: '2026-03-02' }
    expect(await api.addTeam(right)).toEqual({ invited: 2 })
    expect(await world.db.employmentInvitation.count()).toBe(3)
  })

  test.each([
    ['', 'employments.list_empty'],
    ['name, email', 'employments.list_empty'],
    ['"open, a@example.org', 'employments.list_unreadable'],
    [Array.from({ length: 501 }, (_, i) => `P, p${i}@example.org`).join('\n'), 'employments.list_too_long'],
  ])('that is no list is refused', async (text, code) => {
    const { api, place } = await cafe()
    expect(await refusal(api.previewTeam({ ...place, text }))).toBe(code)
  })

  test('with wages is for whoever sees them', async () => {
    const { place, workplaceId } = await cafe()
    const manager = await world.user(['EMPLOYER'])
    const leader = { placeId: workplaceId, userId: manager.id, role: 'ASSISTANT' as const }
    await world.db.leader.create({ data: { ...leader, since: world.clock.now } })
    const { employments } = world.api(manager)
    const lines = await employments.previewTeam({ ...place, text: 'A, a@example.org, , , 12' })
    expect(lines).toMatchObject([{ problem: 'WAGES' }])
    expect(await refusal(employments.invite({ ...place, ...terms }))).toBe('workplaces.wages_not_yours')
  })
})
