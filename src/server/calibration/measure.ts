import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { type Calibration, calibration } from '@/domain/face/calibration'
import { priorOf } from '@/domain/face/calibration-prior'
import { galleryOfSite, type Opening, type SitePerson } from '../biometrics/gallery'

/** Measures this site's people by one recogniser, a few milliseconds at a time. */
export async function measureSite(
  ctx: Opening,
  model: string,
): Promise<{ found: Calibration; people: SitePerson[] }> {
  const people = await galleryOfSite(ctx, model, 'in use')
  const steps = calibration({ prior: priorOf(model), people, wanted: ctx.settings.wantedRates })
  for (;;) {
    const step = steps.next()
    if (step.done) return { found: step.value, people }
    await setImmediate()
  }
}
