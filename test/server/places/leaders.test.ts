import { refusal } from '@test/support/errors'
import { makeClass, makeUser } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { INVITATION_DAYS, MAX_LEADERS } from '@/domain/places'
import type { Actor } from '@/server/context/context'

const world = testWorld()

async function school() {
  const owner = await world.user(['TEACHER'], 'Ms Okafor')
  const colleague = await world.user(['TEACHER'], 'Mr Berg')
  const student = await world.user(['STUDENT'], 'Amit')
  const { id: placeId, joinCode } = await makeClass(world.db, {
    teacher: owner,
    students: [student],
    now: world.clock.now,
  })
  return { owner, colleague, student, placeId, joinCode, place: { placeId } }
}

async function assist(owner: Actor, colleague: Actor, placeId: string) {
  await world.api(owner).places.invite({ placeId, email: colleague.email })
  const [invitation] = await world.api(colleague).places.invitations()
  await world.api(colleague).places.acceptInvitation({ invitationId: invitation?.id ?? '' })
}

async function withAssistant() {
  const given = await school()
  await assist(given.owner, given.colleague, given.placeId)
  return { ...given, asOwner: world.api(given.owner), asColleague: world.api(given.colleague) }
}

describe('an invitation', () => {
  test('is answered the same whether or not there is such an account, and stands on the page of whoever has it', async () => {
    const { owner, colleague, placeId } = await school()
    const api = world.api(owner).places
    expect(await api.invite({ placeId, email: 'nobody@example.org' })).toBeUndefined()
    expect(await api.invite({ placeId, email: colleague.email })).toBeUndefined()
    expect(await api.invite({ placeId, email: colleague.email })).toBeUndefined()
    expect(await world.api(colleague).places.invitations()).toMatchObject([
      { by: 'Ms Okafor', place: 'Physics 9b', obstacle: null },
    ])
    const { invitations } = await api.leaders({ placeId })
    expect(invitations.map(({ email }) => email)).toEqual(['nobody@example.org', colleague.email])
  })

  test('accepted, makes an assistant who may do what the owner may, but own', async () => {
    const { placeId, asColleague, student } = await withAssistant()
    const classId = placeId
    expect(await asColleague.classes.taught({ archived: false })).toMatchObject([
      { id: classId, assists: true },
    ])
    const { id: sessionId } = await asColleague.sessions.create({ classId, openNow: true })
    await asColleague.attendance.mark({ sessionId, studentId: student.id, status: 'PRESENT' })
    await asColleague.sessions.close({ sessionId })
    await asColleague.classes.regenerateCode({ classId })
    await asColleague.kiosks.add({ placeId, name: 'Front door' })
    const owners = [
      asColleague.classes.setArchived({ classId, archived: true }),
      asColleague.places.invite({ placeId, email: 'other@example.org' }),
      asColleague.places.handOver({ placeId, userId: student.id }),
      asColleague.places.removeLeader({ placeId, userId: student.id }),
    ]
    for (const answer of await Promise.all(owners.map(refusal))) expect(answer).toBe('places.owner_only')
    expect(await world.db.leaderInvitation.count()).toBe(0)
  })

  test('is told what stands in its way: no teacher’s account, or a student of the class', async () => {
    const { owner, student, placeId, joinCode } = await school()
    const colleague = await world.user(['STUDENT', 'TEACHER'], 'Both')
    await world.api(colleague).places.join({ joinCode })
    for (const { email } of [student, colleague]) await world.api(owner).places.invite({ placeId, email })
    const own = async (actor: Actor) => (await world.api(actor).places.invitations())[0]
    expect(await own(student)).toMatchObject({ obstacle: 'MEMBER' })
    const accept = async (actor: Actor) =>
      refusal(world.api(actor).places.acceptInvitation({ invitationId: (await own(actor))?.id ?? '' }))
    expect(await accept(student)).toBe('places.no_teacher')
    expect(await accept(colleague)).toBe('places.member_here')
    await world.api(student).places.leave({ placeId })
    expect(await own(student)).toMatchObject({ obstacle: 'NO_TEACHER' })
    await world.api(colleague).places.leave({ placeId })
    const invitationId = (await own(colleague))?.id ?? ''
    await world.api(colleague).places.acceptInvitation({ invitationId })
    expect(await refusal(world.api(colleague).places.join({ joinCode }))).toBe('classes.own_class')
  })

  test('is nobody else’s to accept, goes when it is declined or taken back, and is used up', async () => {
    const { owner, colleague, placeId } = await school()
    const stranger = await world.user(['TEACHER'])
    const invite = () => world.api(owner).places.invite({ placeId, email: colleague.email })
    const id = async () => (await world.api(owner).places.leaders({ placeId })).invitations[0]?.id ?? ''
    await invite()
    const first = { invitationId: await id() }
    expect(await refusal(world.api(stranger).places.acceptInvitation(first))).toBe('places.invitation_gone')
    await world.api(stranger).places.declineInvitation(first)
    expect(await refusal(world.api(stranger).places.withdrawInvitation(first))).toBe('request.not_found')
    await world.api(colleague).places.declineInvitation(first)
    expect(await refusal(world.api(colleague).places.acceptInvitation(first))).toBe('places.invitation_gone')
    await invite()
    const second = { invitationId: await id() }
    await world.api(owner).places.withdrawInvitation(second)
    expect(await refusal(world.api(colleague).places.acceptInvitation(second))).toBe('places.invitation_gone')
    await invite()
    const third = { invitationId: await id() }
    const answers = await Promise.allSettled(
      Array.from({ length: 4 }, () => world.api(colleague).places.acceptInvitation(third)),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await refusal(invite())).toBe('places.leads_already')
  })

  test('is not for an account that was made after it, until the owner asks again', async () => {
    const { owner, placeId } = await school()
    const email = 'new@example.org'
    await world.api(owner).places.invite({ placeId, email })
    world.wait(1)
    const now = world.clock.now
    const newcomer = await makeUser(world.db, { roles: ['TEACHER'], name: 'Somebody', email, now })
    const [invitation] = await world.api(newcomer).places.invitations()
    expect(invitation).toMatchObject({ obstacle: 'YOUNGER_ACCOUNT' })
    const accept = () => world.api(newcomer).places.acceptInvitation({ invitationId: invitation?.id ?? '' })
    expect(await refusal(accept())).toBe('places.account_younger')
    await world.api(owner).places.invite({ placeId, email })
    expect(await accept()).toEqual({ placeId, kind: 'CLASS' })
  })

  test('runs out after 14 days', async () => {
    const { owner, colleague, placeId } = await school()
    await world.api(owner).places.invite({ placeId, email: colleague.email })
    const [invitation] = await world.api(colleague).places.invitations()
    world.wait(INVITATION_DAYS * 24 * 60)
    expect(await world.api(colleague).places.invitations()).toEqual([])
    expect((await world.api(owner).places.leaders({ placeId })).invitations).toEqual([])
    const late = world.api(colleague).places.acceptInvitation({ invitationId: invitation?.id ?? '' })
    expect(await refusal(late)).toBe('places.invitation_gone')
  })

  test('there is room for so many', async () => {
    const { owner, placeId } = await school()
    for (let i = 1; i < MAX_LEADERS; i++)
      await world.api(owner).places.invite({ placeId, email: `teacher${i}@example.org` })
    const more = world.api(owner).places.invite({ placeId, email: 'more@example.org' })
    expect(await refusal(more)).toBe('places.too_many_leaders')
  })
})

describe('handing over', () => {
  test('the new owner owns, and the old one assists; the ledger says who did what', async () => {
    const { owner, colleague, placeId, asOwner, asColleague } = await withAssistant()
    await asOwner.places.handOver({ placeId, userId: colleague.id })
    const [none, assists, owns] = [{ role: null }, { role: 'ASSISTANT' }, { role: 'OWNER' }]
    const kept = { placeId }
    expect(
      await world.db.change.findMany({
        where: { subject: 'leader' },
        orderBy: { id: 'asc' },
        select: { subjectId: true, actorId: true, placeId: true, before: true, after: true },
      }),
    ).toEqual([
      { ...kept, subjectId: colleague.id, actorId: colleague.id, before: none, after: assists },
      { ...kept, subjectId: colleague.id, actorId: owner.id, before: assists, after: owns },
      { ...kept, subjectId: owner.id, actorId: owner.id, before: owns, after: assists },
    ])
    expect((await asColleague.places.leaders({ placeId })).leaders).toMatchObject([
      { name: 'Mr Berg', role: 'OWNER', self: true },
      { name: 'Ms Okafor', role: 'ASSISTANT', self: false },
    ])
    expect(await refusal(asOwner.classes.setArchived({ classId: placeId, archived: true }))).toBe(
      'places.owner_only',
    )
    await asColleague.places.removeLeader({ placeId, userId: owner.id })
    expect(await refusal(asOwner.classes.byId({ classId: placeId }))).toBe('request.not_found')
  })

  test('to whoever does not run the class is refused, and to oneself', async () => {
    const { owner, student, placeId } = await school()
    const api = world.api(owner).places
    expect(await refusal(api.handOver({ placeId, userId: student.id }))).toBe('places.not_a_leader')
    expect(await refusal(api.handOver({ placeId, userId: owner.id }))).toBe('places.own_already')
    const former = await world.user(['STUDENT'])
    await world.db.leader.create({
      data: { placeId, userId: former.id, role: 'ASSISTANT', since: world.clock.now },
    })
    expect(await refusal(api.handOver({ placeId, userId: former.id }))).toBe('places.not_a_leader')
  })

  test('twice at the same moment leaves one owner', async () => {
    const { owner, placeId, colleague } = await withAssistant()
    const third = await world.user(['TEACHER'])
    await assist(owner, third, placeId)
    await Promise.allSettled(
      [colleague, third].map(({ id }) => world.api(owner).places.handOver({ placeId, userId: id })),
    )
    expect(await world.db.leader.count({ where: { placeId, role: 'OWNER' } })).toBe(1)
  })
})

describe('leaving', () => {
  test('the only owner cannot, nor can their account be deleted', async () => {
    const { owner, placeId } = await school()
    expect(await refusal(world.api(owner).places.stopLeading({ placeId }))).toBe('places.last_owner')
    await expect(world.db.user.delete({ where: { id: owner.id } })).rejects.toThrow(/needs an owner/)
  })

  test('an assistant who leaves keeps nothing', async () => {
    const { placeId, asColleague, student } = await withAssistant()
    await asColleague.places.stopLeading({ placeId })
    expect(await asColleague.classes.taught({ archived: false })).toEqual([])
    const closed = [
      asColleague.classes.byId({ classId: placeId }),
      asColleague.places.members({ placeId }),
      asColleague.places.leaders({ placeId }),
      asColleague.sessions.create({ classId: placeId, openNow: true }),
      asColleague.kiosks.ofPlace({ placeId }),
      asColleague.faceOptOut.setOf({ userId: student.id, off: false }),
      asColleague.faceOptOut.setAt({ placeId, userId: student.id, off: true }),
    ]
    for (const answer of await Promise.all(closed.map(refusal))) expect(answer).toBe('request.not_found')
  })
})

test('to whoever does not run it, a class does not exist', async () => {
  const { placeId, colleague } = await school()
  const api = world.api(colleague).places
  const calls = [
    api.leaders({ placeId }),
    api.stopLeading({ placeId }),
    api.invite({ placeId, email: 'a@example.org' }),
    api.handOver({ placeId, userId: colleague.id }),
    api.removeLeader({ placeId, userId: colleague.id }),
  ]
  for (const answer of await Promise.all(calls.map(refusal))) expect(answer).toBe('request.not_found')
})
