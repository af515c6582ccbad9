import 'server-only'
import { AppError } from '@/domain/errors'
import type { Identification } from '@/domain/face/identification'
import type { Verdict } from '@/domain/face/tracks'
import type { KioskContext } from '../context/context'
import { beginTry, countPasserBy } from '../face-checks/locks'
import type { Occasions } from '../face-checks/occasion'
import type { KioskAnswer } from './answer'
import type { KnownPerson } from './gallery'
import { keepCount, type Tried } from './identify-person'
import { hasLookAlike, type KioskRules } from './rules'
import { greetPerson } from './step-up'

/** What everybody of one frame has in common. */
export interface DoorPlace {
  occasion: Occasions['session']
  model: string
  pad: boolean
  gallery: KnownPerson[]
  rules: KioskRules
  now: Date
}

/** What became of somebody who was decided about. */
export interface Passed {
  verdict: Verdict
  answer: KioskAnswer | null
}

const unsure: Passed = { verdict: { kind: 'unsure' }, answer: null }

type Found = Extract<Identification, { outcome: 'KNOWN' }>

/** Somebody was recognised in passing: clocked in, never out; whoever is in or has left is greeted and nothing changes. */
async function greetPassing(
  ctx: KioskContext,
  place: DoorPlace,
  { found, person, snapshot }: { found: Found; person: KnownPerson; snapshot: Buffer },
): Promise<Passed> {
  const { occasion, model, pad, rules, now } = place
  const { threshold, calibrationId } = rules
  const begun = await beginTry(ctx, null)
  const check = {
    subject: {
      userId: person.id,
      purpose: 'CLOCK_IN' as const,
      occasion,
      kioskId: ctx.kiosk.id,
      liveness: 'PAD' as const,
    },
    decision: {
      outcome: 'MATCHED' as const,
      reason: null,
      frame: 0,
      similarity: found.comparison.score,
      comparison: found.comparison,
      live: found.live,
    },
    ...{ model, threshold, calibrationId, pad, snapshot, course: null },
    consentId: person.consentId,
    begun,
  }
  const answer = await greetPerson(ctx, check, occasion, now)
  // Nobody who walks past answers a question.
  return { verdict: { kind: 'known', userId: person.id }, answer: { ...answer, ticket: null } }
}

/** Somebody whom the face alone does not tell: a miss only where it looks like an attack. */
async function letPass(ctx: KioskContext, place: DoorPlace, found: Identification): Promise<Passed> {
  const { model, pad, rules } = place
  const tried = { model, pad, threshold: rules.threshold, calibrationId: rules.calibrationId }
  if (found.outcome === 'NOT_LIVE')
    await keepCount(ctx, place, { ...tried, begun: await beginTry(ctx, null) }, found)
  else {
    const begun = await countPasserBy(ctx)
    await keepCount(ctx, place, { ...tried, begun }, { outcome: 'NOT_MATCHED', reason: 'kiosks.unknown' })
  }
  return unsure
}

/** Somebody who was taken for a presentation attack and walked on before they were decided about: a miss as well. */
export async function settleGone(ctx: KioskContext, place: DoorPlace, found: Identification): Promise<void> {
  try {
    await letPass(ctx, place, found)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

/** One of two who look alike: neither a name nor a miss. */
async function twoAlike(ctx: KioskContext, { rules, ...place }: DoorPlace): Promise<Passed> {
  const { model, pad } = place
  const tried: Tried = { model, pad, ...rules, begun: [] }
  await keepCount(ctx, place, tried, { outcome: 'NOT_MATCHED', reason: 'kiosks.number_needed' })
  return unsure
}

/**
 * Acts on what was decided about one person. What stands against it meanwhile (they withdrew, left the class, the
 * session is over) is no reason to stop the others: the person types their number and hears it there.
 */
export async function settlePerson(
  ctx: KioskContext,
  place: DoorPlace,
  { found, snapshot }: { found: Identification; snapshot: Buffer },
): Promise<Passed> {
  const person = found.outcome === 'KNOWN' && place.gallery.find(({ id }) => id === found.id)
  try {
    if (!person || found.outcome !== 'KNOWN') return await letPass(ctx, place, found)
    if (await hasLookAlike(ctx, place.model, person.id)) return await twoAlike(ctx, place)
    return await greetPassing(ctx, place, { found, person, snapshot })
  } catch (error) {
    if (error instanceof AppError) return unsure
    throw error
  }
}
