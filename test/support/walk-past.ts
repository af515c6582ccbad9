import { ENOUGH_LOOKS } from '@/domain/face/tracks'
import { enrolCrowd } from './crowd'
import { doorForm } from './door-pictures'
import type { classWithKiosk } from './kiosk-world'
import type { Sitter } from './sample-portraits'
import type { testWorld } from './world'

type Place = Awaited<ReturnType<typeof classWithKiosk>>

/** These people walk past the kiosk of a class on a large site, until everybody is decided about. */
export async function walkPast(
  world: ReturnType<typeof testWorld>,
  { atKiosk, kiosk, classId }: Place,
  who: readonly Sitter[],
): Promise<void> {
  await enrolCrowd(world.context(), { model: 'retail-0095', people: 150, classId })
  const door = atKiosk({ kiosk: { ...kiosk, mode: 'WALK_THROUGH' } })
  let memory: string | undefined
  for (let frame = 0; frame < ENOUGH_LOOKS; frame++) {
    const form = await doorForm(who, 0.36 + 0.02 * frame, memory)
    // The basic recogniser names nobody in passing, and says so.
    const answer = await door.door(form).catch(() => null)
    memory = answer?.memory
  }
}
