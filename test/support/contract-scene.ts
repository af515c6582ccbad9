import { readFile } from 'node:fs/promises'
import type { Actor } from '@/server/context/context'
import { endForgottenSessions } from '@/server/sessions/forgotten'
import { makeClass } from './factories'
import { groupPhotoFile } from './group-photos'
import { portraitFile } from './pictures'
import { enrol, readRollCall } from './roll-call-material'
import { makeAccount } from './tokens'
import { cafe, workCode } from './work-world'
import type { testWorld } from './world'

export type World = ReturnType<typeof testWorld>

/** Where the examples of all operations have a meaning: a teacher's class with a student in it, and who else there is. */
export async function contractScene(world: World) {
  const teacher = await makeAccount(world, ['TEACHER'])
  const student = await makeAccount(world, ['STUDENT'])
  const colleague = await makeAccount(world, ['TEACHER'])
  const admin = await makeAccount(world, ['ADMIN'])
  const now = world.clock.now
  const { id: classId, joinCode } = await makeClass(world.db, { teacher, students: [student], now })
  const place = { placeId: classId }
  const leader = world.api(teacher)

  const open = async () => ({ ...(await leader.sessions.create({ classId, openNow: true })) })
  const session = async () => ({ sessionId: (await open()).id })
  const planned = async () => {
    const plan = { classId, openNow: false, plannedStart: '2026-03-05T09:00' }
    return { sessionId: (await leader.sessions.create(plan)).id }
  }
  const marked = async () => {
    const { sessionId } = await session()
    await leader.attendance.mark({ sessionId, studentId: student.id, status: 'PRESENT' })
    return { sessionId, studentId: student.id }
  }
  const ended = async () => {
    const of = await session()
    await leader.sessions.close(of)
    return of
  }
  const notTaken = async () => {
    const of = await session()
    const at = new Date(world.clock.now.getTime() + 24 * 3_600_000)
    await endForgottenSessions(world.context(null, { clock: () => at }))
    return of
  }
  const enrolled = (who: 'anna' | 'dora' = 'anna') => enrol(world, student, who)
  const invited = async () => {
    await leader.places.invite({ ...place, email: colleague.email })
    const { invitations } = await leader.places.leaders(place)
    return { invitationId: invitations[0]?.id ?? '' }
  }
  const led = async () => {
    await world.api(colleague).places.acceptInvitation(await invited())
    return { ...place, userId: colleague.id }
  }
  const roleAsked = async () => {
    const { id } = await world.db.roleRequest.create({
      data: { userId: student.id, role: 'TEACHER', askedAt: world.clock.now },
    })
    return { requestId: id }
  }
  const roleInvited = async () => {
    const { appointments } = world.api(admin)
    await appointments.invite({ email: 'new@example.org', role: 'TEACHER' })
    return { invitationId: (await appointments.invitations())[0]?.id ?? '' }
  }
  const kiosk = async () => ({
    kioskId: (await leader.kiosks.add({ ...place, name: 'Front door' })).kioskId,
  })
  const rollCall = async () => leader.rollCalls.create(await session())
  const photo = async () => {
    const bytes = await readFile(groupPhotoFile('annaAndDora'))
    return new File([new Uint8Array(bytes)], 'photo.jpg', { type: 'image/jpeg' })
  }
  const readyRollCall = async () => {
    await enrolled()
    const { sessionId } = await session()
    const rollCallId = await readRollCall(world, leader, sessionId, [await photo()])
    const { faces } = await leader.rollCalls.review({ rollCallId })
    return { rollCallId, faceId: faces[0]?.id ?? '', studentId: student.id }
  }
  /** A student who is in another class of the teacher's. */
  const elsewhere = async (): Promise<Actor> => {
    const other = await makeAccount(world, ['STUDENT'])
    await makeClass(world.db, { teacher, students: [other], now })
    return other
  }
  /** A café, and Ben, who works there and can sign in. */
  const work = async () => {
    const scene = await cafe(world, {}, {}, (roles) => makeAccount(world, roles))
    const code = () => workCode(world, scene.workplaceId)
    return { ...scene, code, enrolled: () => enrol(world, scene.ben, 'anna') }
  }
  return {
    work,
    ...{ world, teacher, student, colleague, admin, classId, joinCode, place },
    ...{ session, planned, marked, enrolled, invited, led, kiosk, rollCall, photo, readyRollCall, elsewhere },
    ...{ roleAsked, roleInvited, ended, notTaken },
    frame: () => portraitFile('annaAgain', { share: 0.44 }),
    code: async (sessionId: string) => (await leader.sessions.code({ sessionId })).code,
    signedIn: () => world.api().tokens.signIn({ email: student.email, password: 'walnut stair lantern' }),
  }
}

export type Scene = Awaited<ReturnType<typeof contractScene>>
