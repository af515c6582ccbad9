import { NOTICE_VERSION } from '@/domain/enrolment'
import { hashOf } from '@/server/auth/tokens'
import type { Actor, KioskActor, ServiceContext } from '@/server/context/context'
import { registerKiosk } from '@/server/kiosks/service'
import { makeClass } from './factories'
import { photoForm, portraitFile } from './pictures'
import type { PortraitOptions, Sitter } from './sample-portraits'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>

/** Two pictures of each sitter that show the same person. */
const pictures = {
  anna: [{ who: 'anna' }, { who: 'annaAgain' }],
  berta: [
    { who: 'berta', share: 0.42 },
    { who: 'berta', share: 0.45, stance: { left: 24 } },
  ],
} as const satisfies Record<string, ({ who: Sitter } & PortraitOptions)[]>

export async function enrolAs(world: World, user: Actor, sitter: keyof typeof pictures): Promise<void> {
  const api = world.api(user)
  await api.enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
  for (const { who, ...options } of pictures[sitter])
    await api.enrolment.addPhoto(photoForm(await portraitFile(who, options)))
}

/** The kiosk that holds this token, as a request of it would find it. */
export function kioskOf(world: World, token: string): Promise<KioskActor | null> {
  return world.db.kiosk.findUnique({
    where: { tokenHash: hashOf(token), revokedAt: null },
    select: { id: true, placeId: true, name: true, speaks: true, mode: true, locale: true },
  })
}

/** A class with Anna (number 1) and Berta (number 2) enrolled, an open session, and a kiosk at its door. */
export async function classWithKiosk(world: World) {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const anna = await world.user(['STUDENT'], 'Anna Lindqvist')
  const berta = await world.user(['STUDENT'], 'Berta')
  await enrolAs(world, anna, 'anna')
  await enrolAs(world, berta, 'berta')
  const { id: classId } = await makeClass(world.db, {
    teacher,
    students: [anna, berta],
    now: world.clock.now,
  })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  const { kioskId, link } = await world.api(teacher).kiosks.add({ placeId: classId, name: 'Front door' })
  const { token } = await registerKiosk(world.context(), { link })
  const kiosk = await kioskOf(world, token)
  if (!kiosk) throw new Error('The kiosk is not registered')
  const atKiosk = (changes: Partial<ServiceContext> = {}) => world.api(null, { kiosk, ...changes }).kiosks
  const stepUp = async (who: Sitter, number?: number, changes: Partial<ServiceContext> = {}) => {
    const form = new FormData()
    for (const share of [0.44, 0.46, 0.48]) form.append('frame', await portraitFile(who, { share }))
    if (number !== undefined) form.append('number', String(number))
    return atKiosk(changes).stepUp(form)
  }
  return { teacher, anna, berta, classId, sessionId, kioskId, kiosk, token, atKiosk, stepUp }
}
