import { NOTICE_VERSION } from '@/domain/enrolment'
import type { Actor, ServiceContext } from '@/server/context/context'
import type { LivenessPolicy } from '@/server/db/generated/client'
import { makeClass } from './factories'
import { clockForm, photoForm, portraitFile } from './pictures'
import type { Sitter } from './sample-portraits'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>

/** Agrees and adds Anna's two photos, as whoever this is. */
export async function enrolAs(world: World, user: Actor, changes: Partial<ServiceContext> = {}) {
  const api = world.api(user, changes)
  await api.enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
  for (const who of ['anna', 'annaAgain'] as const)
    await api.enrolment.addPhoto(photoForm(await portraitFile(who)))
}

interface LessonOptions {
  enrolled?: boolean
  liveness?: LivenessPolicy
}

/** A class with an open session, its teacher, and Anna, who is in it. */
export async function lessonIn(world: World, { enrolled = true, liveness = 'PAD' }: LessonOptions = {}) {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const anna = await world.user(['STUDENT'], 'Anna')
  if (enrolled) await enrolAs(world, anna)
  const now = world.clock.now
  const { id: classId } = await makeClass(world.db, { teacher, students: [anna], now, liveness })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  const clock = async (who: Sitter = 'anna', changes: Partial<ServiceContext> = {}) => {
    const frames = [await portraitFile(who, { share: 0.44 })]
    return world.api(anna, changes).clocking.byFace(clockForm(sessionId, 'in', frames))
  }
  const code = async () => (await world.api(teacher).sessions.code({ sessionId })).code
  return { teacher, anna, classId, sessionId, clock, code }
}
