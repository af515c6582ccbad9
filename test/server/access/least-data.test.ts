import { access } from '@test/support/access'
import { askable, callAs, inputsFor, type Pools } from '@test/support/every-input'
import { makeClass } from '@test/support/factories'
import { kioskOf } from '@test/support/kiosk-world'
import { employ, makeWorkplace } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { TRPCError } from '@trpc/server'
import { describe, expect, test } from 'vitest'
import { AppError } from '@/domain/errors'
import type { Role } from '@/domain/roles'
import type { Actor } from '@/server/context/context'
import { registerKiosk } from '@/server/kiosks/service'

const world = testWorld()

/** Two classes, two workplaces, who runs them and who is in them, and who was once. */
async function site() {
  const { now } = world.clock
  const people = {
    teacher: await world.user(['TEACHER'], 'Ms Okafor'),
    colleague: await world.user(['TEACHER'], 'Mr Berg'),
    stranger: await world.user(['TEACHER'], 'Mx Stranger'),
    anna: await world.user(['STUDENT'], 'Anna'),
    left: await world.user(['STUDENT'], 'Left'),
    theirs: await world.user(['STUDENT'], 'Theirs'),
    owner: await world.user(['EMPLOYER'], 'Ms Roth'),
    manager: await world.user(['EMPLOYER'], 'Mr Vogt'),
    otherOwner: await world.user(['EMPLOYER'], 'Mx Owner'),
    ben: await world.user(['EMPLOYEE'], 'Ben'),
    gone: await world.user(['EMPLOYEE'], 'Gone'),
    elsewhere: await world.user(['EMPLOYEE'], 'Elsewhere'),
    admin: await world.user(['ADMIN'], 'Office'),
  }
  const { teacher, colleague, stranger, anna, left, theirs, owner, manager, otherOwner } = people
  const own = await makeClass(world.db, { teacher, students: [anna, left], now })
  const other = await makeClass(world.db, { teacher: stranger, students: [theirs, left], now })
  const assistant = { role: 'ASSISTANT' as const, since: now }
  await world.db.leader.create({ data: { placeId: own.id, userId: colleague.id, ...assistant } })
  const cafe = await makeWorkplace(world.db, { employer: owner, now })
  const bakery = await makeWorkplace(world.db, { employer: otherOwner, now, name: 'Bakery' })
  await world.db.leader.create({ data: { placeId: cafe.id, userId: manager.id, ...assistant } })
  const jobs = [
    await employ(world.db, { workplaceId: cafe.id, person: people.ben, now }),
    await employ(world.db, { workplaceId: cafe.id, person: people.gone, now }),
    await employ(world.db, { workplaceId: bakery.id, person: people.elsewhere, now }),
  ]
  await world.api(teacher).places.removeMember({ placeId: own.id, userId: left.id })
  const ended = { employmentId: jobs[1]?.id ?? '', endedOn: '2026-03-01' }
  await world.api(owner).employments.end(ended)
  const sessions = [
    await world.api(teacher).sessions.create({ classId: own.id, openNow: true }),
    await world.api(stranger).sessions.create({ classId: other.id, openNow: true }),
  ]
  for (const [leader, sessionId, studentId] of [
    [teacher, sessions[0]?.id, anna.id],
    [stranger, sessions[1]?.id, theirs.id],
  ] as const)
    await world.api(leader).attendance.mark({ sessionId: sessionId ?? '', studentId, status: 'PRESENT' })
  await world.api(stranger).places.invite({ placeId: other.id, email: teacher.email })
  await world.api(owner).employments.invite({
    ...{ workplaceId: cafe.id, startedOn: '2026-03-09', email: theirs.email },
  })
  const { link } = await world.api(teacher).kiosks.add({ placeId: own.id, name: 'Front door' })
  const { token } = await registerKiosk(world.context(), { link })
  const kiosk = await kioskOf(world, token)
  return { people, kiosk, pools: await poolsOf(people) }
}

const idsOf = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id)

async function poolsOf(people: Record<string, Actor>): Promise<Pools> {
  const { db } = world
  const [places, users, workplaceIds] = [
    await idsOf(db.place.findMany({ select: { id: true } })),
    [people.anna, people.left, people.theirs, people.ben, people.gone, people.colleague].flatMap(
      (each) => each?.id ?? [],
    ),
    await idsOf(db.workplace.findMany({ select: { id: true } })),
  ]
  const codes = await db.place.findMany({ select: { joinCode: true } })
  return {
    placeId: places,
    classId: await idsOf(db.schoolClass.findMany({ select: { id: true } })),
    workplaceId: workplaceIds,
    userId: users,
    studentId: users,
    sessionId: await idsOf(db.classSession.findMany({ select: { id: true } })),
    employmentId: await idsOf(db.employment.findMany({ select: { id: true } })),
    invitationId: await idsOf(db.leaderInvitation.findMany({ select: { id: true } })),
    workInvitationId: await idsOf(db.employmentInvitation.findMany({ select: { id: true } })),
    kioskId: await idsOf(db.kiosk.findMany({ select: { id: true } })),
    joinCode: codes.flatMap(({ joinCode }) => joinCode ?? []),
    search: ['e', 'example'],
    state: ['CURRENT', 'PAST'],
  }
}

/** Whose emails somebody may read: their own, those of the members of their places now, and of whom these asked by it. */
async function mayRead(actor: Actor | null): Promise<Set<string>> {
  if (!actor) return new Set()
  const place = { leaders: { some: { userId: actor.id } } }
  const [members, asked, askedToWork] = await Promise.all([
    world.db.user.findMany({ where: { memberships: { some: { leftAt: null, place } } } }),
    world.db.leaderInvitation.findMany({ where: { place } }),
    world.db.employmentInvitation.findMany({ where: { workplace: { place } } }),
  ])
  const emails = [...members, ...asked, ...askedToWork].flatMap(({ email }) => email ?? [])
  return new Set([actor.email, ...emails])
}

/** Answered, or refused by more than the look of the input. */
async function answerOf(work: Promise<unknown>): Promise<{ answer: unknown; heard: boolean }> {
  try {
    return { answer: await work, heard: true }
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    const cause = error.cause instanceof AppError ? error.cause : null
    return { answer: { message: error.message, ...cause?.params }, heard: cause !== null }
  }
}

const textOf = (answer: unknown) =>
  JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? String(value) : value)) ?? ''

/** So many inputs of one procedure are tried; those of a change fewer, because each changes something. */
const most = { query: 40, mutation: 6, subscription: 0 }
/** What takes a right or an account away comes last: nobody would see much after it. */
const last = /stop|remove|leave|archive|close|end|delete|erase|withdraw|revoke|handOver|decline|accept|sign/i

interface Walker {
  who: Actor | null
  api: ReturnType<typeof world.api>
  may: (allowed: (typeof access)[string] | undefined) => boolean
}

/** Asks everything that somebody may ask, with everything that they might put into it. */
async function walk({ who, api, may }: Walker, { people, pools }: Awaited<ReturnType<typeof site>>) {
  const everybody = Object.values(people).map(({ email }) => email)
  const found: string[] = []
  const seen = new Set<string>()
  const heard = new Set<string>()
  const mine = askable.filter(({ name }) => may(access[name]))
  const weight = ({ type, name }: (typeof mine)[number]) => (type === 'query' ? 0 : last.test(name) ? 2 : 1)
  for (const procedure of mine.sort((a, b) => weight(a) - weight(b))) {
    const { name, type } = procedure
    for (const input of inputsFor(procedure, pools).slice(0, most[type])) {
      // What a change takes away may still be told with it.
      const before = type === 'mutation' ? await mayRead(who) : []
      const { answer, heard: passed } = await answerOf(callAs(api, name, input))
      if (passed) heard.add(name)
      const text = textOf(answer)
      const told = everybody.filter((each) => text.includes(each))
      if (told.length === 0) continue
      const allowed = new Set([...before, ...(await mayRead(who))])
      for (const email of told) {
        seen.add(email)
        if (!allowed.has(email)) found.push(`${name}: ${email}`)
      }
    }
  }
  return {
    found: [...new Set(found)],
    seen,
    unheard: mine.map(({ name }) => name).filter((name) => !heard.has(name)),
  }
}

const asRole = (role: Role) => (allowed: (typeof access)[string] | undefined) =>
  allowed === 'public' || allowed === 'signed-in' || (Array.isArray(allowed) && allowed.includes(role))

describe('no answer holds the email of anybody but oneself and the members whom one leads now', () => {
  test.each([
    ['a teacher of one class', 'teacher', 'TEACHER', ['anna']],
    ['an assistant of a class', 'colleague', 'TEACHER', ['anna']],
    ['the owner of a workplace', 'owner', 'EMPLOYER', ['ben']],
    ['who assists at a workplace without a right', 'manager', 'EMPLOYER', ['ben']],
    ['a student', 'anna', 'STUDENT', []],
    ['somebody who works somewhere', 'ben', 'EMPLOYEE', []],
  ] as const)(
    'that %s is given',
    async (_title, name, role, sees) => {
      const place = await site()
      const who = place.people[name]
      const { found, seen, unheard } = await walk({ who, api: world.api(who), may: asRole(role) }, place)
      expect(found).toEqual([])
      for (const each of sees) expect(seen).toContain(place.people[each].email)
      expect(seen).toContain(who.email)
      expect(unheard).toEqual([])
    },
    240_000,
  )

  test('that a kiosk is given', async () => {
    const place = await site()
    const { kiosk } = place
    const may = (allowed: (typeof access)[string] | undefined) => allowed === 'kiosk' || allowed === 'public'
    const { found, seen } = await walk({ who: null, api: world.api(null, { kiosk }), may }, place)
    expect(found).toEqual([])
    expect([...seen]).toEqual([])
  })
})
