import 'server-only'
import { type BurstFrame, type BurstRefusal, gateBurst } from '@/domain/face/burst'
import { type Identification, identify } from '@/domain/face/identification'
import { decideRollCall } from '@/domain/face/roll-call'
import type { RecogniserId } from '@/domain/face/thresholds'
import { burstVector } from '@/domain/face/verification'
import { withCohort } from '../calibration/cohort'
import { lookAlikePairs } from '../calibration/look-alikes'
import type { ServiceContext } from '../context/context'
import { type KnownPerson, stillIn } from '../kiosks/gallery'
import { hasLookAlike, identificationRules } from '../kiosks/rules'
import { rollCallRules } from '../roll-calls/rules'

/** Surely one person; perhaps one, or one of the others; or nobody. */
export type Decision =
  | { band: 'SURE'; found: Extract<Identification, { outcome: 'KNOWN' }>; person: KnownPerson }
  | { band: 'UNSURE'; personId: string; otherIds: string[] }
  | { band: 'NONE' }

export interface Decided {
  decision: Decision | BurstRefusal
  threshold: number
  calibrationId: number
}

/**
 * Who of the gallery these frames show. Sure is only whom a kiosk would name by itself, a roll call would tick, and nobody of
 * the site looks too much like; where one of the three says no, whom a roll call would propose is perhaps meant.
 */
export async function decideWho(
  ctx: ServiceContext,
  { model, gallery, frames }: { model: RecogniserId; gallery: KnownPerson[]; frames: BurstFrame[] },
): Promise<Decided> {
  const { bands, preselect, ...rollCall } = await rollCallRules(ctx, model)
  const rules = await identificationRules(ctx, model, gallery.length)
  const { calibrationId } = rules ?? rollCall
  const by = { threshold: rules?.threshold ?? bands.sure, calibrationId }
  const usable = gateBurst(frames)
  if ('outcome' in usable) return { decision: usable, ...by }
  const ids = gallery.map(({ id }) => id)
  const lookAlikes = await lookAlikePairs(ctx, ids, model)
  const faces = [{ id: 'face', photo: 'picture', vector: burstVector(usable) }]
  const { found, proposed } = await withCohort(ctx, { db: ctx.db, model, calibrationId }, (cohort) => {
    const people = stillIn(cohort, gallery)
    const students = people.map(({ id, template }) => ({ id, templates: [template] }))
    const input = { faces, gallery: students, cohort, bands, preselect, lookAlikes, refused: [] }
    return {
      found: rules && identify(frames, { people, cohort }, rules),
      proposed: decideRollCall(input).faces[0],
    }
  })
  if (!proposed?.studentId) return { decision: { band: 'NONE' }, ...by }
  const { studentId: personId, alternatives: otherIds } = proposed
  const person = gallery.find(({ id }) => id === personId)
  const agreed = found?.outcome === 'KNOWN' && found.id === personId && proposed.band === 'sure'
  if (person && agreed && !(await hasLookAlike(ctx, model, personId)))
    return { decision: { band: 'SURE', found, person }, ...by }
  return { decision: { band: 'UNSURE', personId, otherIds }, ...by }
}
