import 'server-only'
import { AppError } from '@/domain/errors'
import type { Box } from '@/domain/face/geometry'
import { thresholdsOf } from '@/domain/face/thresholds'
import {
  attacksGone,
  decide,
  decided,
  followPeople,
  type Look,
  personOnTrack,
  type SeenAtDoor,
  type Track,
} from '@/domain/face/tracks'
import { JUST_NOW_SECONDS } from '@/domain/kiosks'
import { withCohort } from '../calibration/cohort'
import type { KioskContext } from '../context/context'
import type { DoorFace, DoorLook, FaceEngine } from '../face/face-engine'
import { requireNoPauseHere } from '../face-checks/locks'
import { countTry } from '../limits/limits'
import type { KioskAnswer } from './answer'
import { type DoorMemory, type Greeted, openMemory, sealMemory } from './door-memory'
import { type DoorPlace, settleGone, settlePerson } from './door-person'
import { type KnownPerson, kioskGallery, stillIn } from './gallery'
import { identificationRules } from './rules'
import { findOpenSession, occasionAt } from './state'
import { walksThrough } from './walk-through-rules'

/** Somebody in sight, as the kiosk draws them. */
interface PersonInSight {
  id: number
  /** In whole pixels of the frame. */
  box: Box
  state: 'looking' | 'known' | 'unsure'
  firstName: string | null
}

export interface DoorAnswer {
  width: number
  height: number
  people: PersonInSight[]
  /** Whom this frame greets; nobody is greeted twice within a minute. */
  greetings: KioskAnswer[]
  /** To be sent with the next frame. */
  memory: string
}

async function placeOf(ctx: KioskContext, engine: FaceEngine, sessionId: string): Promise<DoorPlace> {
  const { recogniser: model, pad } = engine
  const occasion = occasionAt(ctx, sessionId)
  const gallery = await kioskGallery(ctx, { occasion, model })
  const rules = await identificationRules(ctx, model, gallery.length)
  if (!rules || !(await walksThrough(ctx))) throw new AppError('kiosks.one_at_a_time')
  return { occasion, model, pad, gallery, rules, now: ctx.clock() }
}

function seen(face: DoorFace): SeenAtDoor {
  const { box } = face
  return { box, look: face.problem === null ? { vector: face.vector, live: face.live } : null }
}

interface Frame {
  before: DoorMemory
  look: DoorLook
}

/** Follows everybody into the frame and acts on whom it decides about, one after another. */
async function passFrame(ctx: KioskContext, place: DoorPlace, { before, look }: Frame) {
  const { throughout } = thresholdsOf(place.model)
  const followed = followPeople(before, look.faces.map(seen), throughout)
  const faceOn = new Map(followed.trackOf.map((id, i) => [id, look.faces[i]]))
  const tracks = new Map(followed.tracks.map((track) => [track.id, track]))
  const greeted = new Map(before.greeted.map((each) => [each.userId, each]))
  const greetings: KioskAnswer[] = []
  const { model, gallery: people, rules } = place
  const source = { db: ctx.db, model, calibrationId: rules.calibrationId }
  const { decisions, attacks } = await withCohort(ctx, source, (cohort) => {
    const who = (looks: readonly Look[]) =>
      personOnTrack(looks, { people: stillIn(cohort, people), cohort }, rules)
    return {
      decisions: decide(followed.tracks, new Set(followed.trackOf), who),
      attacks: attacksGone([...followed.gone, ...(before.gone ?? [])], who),
    }
  })
  for (const found of attacks) await settleGone(ctx, place, found)
  for (const { track, found } of decisions) {
    const face = faceOn.get(track.id)
    if (found.outcome === 'KNOWN' && greeted.has(found.id)) {
      tracks.set(track.id, decided(track, { kind: 'known', userId: found.id }))
      continue
    }
    if (face?.problem !== null) continue
    const { verdict, answer } = await settlePerson(ctx, place, { found, snapshot: face.snapshot })
    tracks.set(track.id, decided(track, verdict))
    if (!answer || verdict.kind !== 'known') continue
    greetings.push(answer)
    const { userId } = verdict
    greeted.set(userId, { userId, firstName: answer.firstName, at: place.now.getTime() })
  }
  const all = [...tracks.values()]
  const after = { tracks: all, nextId: followed.nextId, greeted: stillGreeted(greeted, all, place.now) }
  return { after, greetings, trackOf: followed.trackOf.map((id) => tracks.get(id)) }
}

/** Those who were greeted a moment ago, or whom the kiosk still sees. */
function stillGreeted(greeted: Map<string, Greeted>, tracks: Track[], now: Date): Greeted[] {
  const here = new Set(tracks.map(({ verdict }) => (verdict?.kind === 'known' ? verdict.userId : null)))
  const since = now.getTime() - JUST_NOW_SECONDS * 1000
  return [...greeted.values()].filter(({ userId, at }) => at > since || here.has(userId))
}

const rounded = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
})

/** Nobody's name stands over a face that cannot be compared. */
function inSight(
  { id, verdict }: Track,
  face: DoorFace,
  { greeted, gallery }: { greeted: Greeted[]; gallery: readonly KnownPerson[] },
): PersonInSight {
  const box = rounded(face.box)
  if (face.problem !== null) return { id, box, state: 'looking', firstName: null }
  const here = (userId: string) => gallery.some((person) => person.id === userId)
  const known =
    verdict?.kind === 'known' && here(verdict.userId)
      ? greeted.find(({ userId }) => userId === verdict.userId)
      : null
  return { id, box, state: verdict?.kind ?? 'looking', firstName: known?.firstName ?? null }
}

/**
 * One frame of a kiosk that people walk past: reads everybody who is near enough, follows them from the frame before,
 * clocks in whom two frames or more agree upon, and forgets the frame. Times are the server's.
 * @throws AppError `sessions.not_open`, `kiosks.one_at_a_time` where nobody may be named in passing, `kiosks.paused`,
 * `request.too_many`, and what the engine says of a picture that cannot be read.
 */
export async function readPassing(
  ctx: KioskContext,
  input: { frame: Blob; memory?: string | undefined },
): Promise<DoorAnswer> {
  const session = await findOpenSession(ctx)
  if (!session) throw new AppError('sessions.not_open')
  const engine = await ctx.faceEngine()
  const place = await placeOf(ctx, engine, session.id)
  await requireNoPauseHere(ctx)
  await countTry(ctx.db, 'kiosk frame', ctx.kiosk.id)
  const look = await engine.readDoor(new Uint8Array(await input.frame.arrayBuffer()))
  const before = openMemory(ctx, place, input.memory)
  const { after, greetings, trackOf } = await passFrame(ctx, place, { before, look })
  return {
    width: look.width,
    height: look.height,
    people: look.faces.flatMap((face, i) => {
      const track = trackOf[i]
      return track ? [inSight(track, face, { greeted: after.greeted, gallery: place.gallery })] : []
    }),
    greetings,
    memory: sealMemory(ctx, place, after),
  }
}
