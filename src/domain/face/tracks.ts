import { bestAssignment } from './assignment'
import { sharedArea } from './detections'
import type { Box } from './geometry'
import { type Gallery, type Identification, type IdentificationRules, identify } from './identification'
import { cosine, meanTemplate } from './matching'

/** One frame's view of a face that is good enough to be compared. */
export interface Look {
  /** Unit length. */
  vector: Float32Array
  /** Probability (0 to 1) that the face is bona fide; null without a PAD model. */
  live: number | null
}

/** One face of one frame; without a look where something is wrong with it. */
export interface SeenAtDoor {
  box: Box
  look: Look | null
}

/** Somebody who is followed from frame to frame. */
export interface Track {
  id: number
  /** Where they were seen last. */
  box: Box
  /** What was seen of them, in order; of whoever is decided upon, one look that says whom to follow. */
  looks: Look[]
  /** Frames in a row in which they were not seen. */
  missed: number
  /** What was decided: nothing yet, somebody of the gallery, or that the face alone does not tell. */
  verdict: Verdict | null
}

export type Verdict = { kind: 'known'; userId: string } | { kind: 'unsure' }

/** So many frames must agree on one person before anybody is named. */
export const AGREE = 2
/** After so many looks that name nobody the face alone does not tell: the person types their number. */
export const ENOUGH_LOOKS = 5
/** Whoever was not seen in more than so many frames in a row has walked on. */
const GONE_AFTER = 3

/** So many people are followed at a time, those seen last: a kiosk cannot be made to remember a whole street. */
export const MOST_FOLLOWED = 12

/** Boxes that share so much of their union may be one person where a face cannot be compared. */
const SAME_PLACE = 0.3
/** How far somebody gets from one frame to the next, in widths of their face. */
const STRIDE = 2.5

function overlap(a: Box, b: Box): number {
  const shared = sharedArea(a, b)
  return shared / (a.width * a.height + b.width * b.height - shared)
}

/** Distance of two boxes' middles, in widths of the larger. */
function apart(a: Box, b: Box): number {
  const x = a.x + a.width / 2 - b.x - b.width / 2
  const y = a.y + a.height / 2 - b.y - b.height / 2
  return Math.hypot(x, y) / Math.max(a.width, b.width)
}

/**
 * How well a face goes on a track; 0 where it is not the same person. Where both can be compared their vectors tell,
 * within reach; an overlap tells only of a face that cannot be compared, such as one that is turned away.
 */
function worthOf({ box, looks, missed }: Track, face: SeenAtDoor, samePerson: number): number {
  const together = overlap(box, face.box)
  if (!face.look || looks.length === 0) return together < SAME_PLACE ? 0 : together
  const alike = cosine(face.look.vector, meanTemplate(looks.map(({ vector }) => vector)))
  const near = apart(box, face.box) <= STRIDE * (missed + 1)
  return near && alike >= samePerson ? 1 + alike + together : 0
}

const byPlace = ({ box: a }: SeenAtDoor, { box: b }: SeenAtDoor) =>
  a.x - b.x || a.y - b.y || a.width - b.width || a.height - b.height

/** The tracks after one more frame, and which of them each face of the frame is on. */
export interface Followed {
  tracks: Track[]
  /** The track of each face, in the order of the faces. */
  trackOf: number[]
  /** Those who were followed until now, and are no longer. */
  gone: Track[]
  nextId: number
}

/**
 * Follows people into the next frame: each face goes on one track and each track gets one face at most, so that all of
 * them together fit best; a face that fits none begins a track. The order of the faces does not matter.
 * @param samePerson cosine from which two frames show one person (thresholds.ts, `throughout`).
 */
export function followPeople(
  { tracks, nextId }: { tracks: readonly Track[]; nextId: number },
  faces: readonly SeenAtDoor[],
  samePerson: number,
): Followed {
  const sorted = [...faces].sort(byPlace)
  const known = [...tracks].sort((a, b) => a.id - b.id)
  const given = bestAssignment(sorted.map((face) => known.map((track) => worthOf(track, face, samePerson))))
  const faceOn = new Map<number, SeenAtDoor>()
  const idOf = new Map<SeenAtDoor, number>()
  const begun: Track[] = []
  for (const [row, face] of sorted.entries()) {
    const track = known[given[row] ?? -1]
    const id = track?.id ?? nextId + begun.length
    idOf.set(face, id)
    if (track) faceOn.set(id, face)
    else begun.push({ id, box: face.box, looks: face.look ? [face.look] : [], missed: 0, verdict: null })
  }
  const going = known.map((track) => seenAgain(track, faceOn.get(track.id)))
  const all = [...going.filter(({ missed }) => missed <= GONE_AFTER), ...begun].sort(
    (a, b) => a.missed - b.missed || a.id - b.id,
  )
  const kept = all.slice(0, MOST_FOLLOWED)
  return {
    tracks: kept,
    gone: going.filter((track) => !kept.includes(track)),
    trackOf: faces.map((face) => idOf.get(face) ?? nextId),
    nextId: nextId + begun.length,
  }
}

function seenAgain(track: Track, face: SeenAtDoor | undefined): Track {
  if (!face) return { ...track, missed: track.missed + 1 }
  const { box, look } = face
  const more = look && track.verdict === null
  return { ...track, box, missed: 0, looks: more ? [...track.looks, look] : track.looks }
}

/**
 * Who of the gallery somebody on a track is: all their looks together must be one person as the rules of a burst ask,
 * presentation-attack detection included, and of the looks by themselves at least two must be nearest to that person.
 * The one place where a track meets the gallery.
 */
export function personOnTrack<Rules extends IdentificationRules>(
  looks: readonly Look[],
  gallery: Gallery,
  rules: Rules,
): Identification {
  const who = (some: readonly Look[], by: Rules) =>
    identify(
      some.map((look) => ({ problem: null, ...look })),
      gallery,
      by,
    )
  const together = who(looks, rules)
  if (together.outcome !== 'KNOWN') return together
  const nearest = { ...rules, threshold: Number.NEGATIVE_INFINITY, least: -1, margin: 0 }
  const agreeing = looks.filter((look) => {
    const alone = who([look], nearest)
    return alone.outcome === 'KNOWN' && alone.id === together.id
  })
  return agreeing.length >= AGREE ? together : { outcome: 'UNKNOWN', live: together.live }
}

/** What one frame decides of a track that was undecided. */
export interface Decided {
  track: Track
  /** Somebody of the gallery, nobody of it, or not alive; never `UNUSABLE`. */
  found: Identification
}

/**
 * Who is named after the latest look. After the second look they are held against the gallery for the first time; later
 * a name counts only where the looks before it gave the same one, so that a stranger has hardly more chances than one
 * burst has (docs/recognition.md).
 */
function namedNow(looks: readonly Look[], who: (looks: readonly Look[]) => Identification): Identification {
  const now = who(looks)
  if (now.outcome !== 'KNOWN' || looks.length === AGREE) return now
  const before = who(looks.slice(0, -1))
  const again = before.outcome === 'KNOWN' && before.id === now.id
  return again ? now : { outcome: 'UNKNOWN', live: now.live }
}

/**
 * Decides about everybody of this frame who is undecided and was seen often enough: a name as soon as two looks agree,
 * otherwise nothing until there were enough looks. Nobody is in two places: where two people of a frame would get one
 * name, or somebody a name that another in sight has, neither gets it now.
 * @param here ids of the tracks that this frame shows.
 */
export function decide(
  tracks: readonly Track[],
  here: ReadonlySet<number>,
  who: (looks: readonly Look[]) => Identification,
): Decided[] {
  const open = tracks.filter(
    ({ id, verdict, looks }) => here.has(id) && verdict === null && looks.length >= AGREE,
  )
  const found = open.map((track) => ({ track, found: namedNow(track.looks, who) }))
  const taken = new Map<string, number>()
  const claim = (userId: string) => taken.set(userId, (taken.get(userId) ?? 0) + 1)
  for (const { verdict, missed } of tracks)
    if (verdict?.kind === 'known' && missed === 0) claim(verdict.userId)
  for (const each of found) if (each.found.outcome === 'KNOWN') claim(each.found.id)
  return found.flatMap(({ track, found: answer }): Decided[] => {
    const enough = track.looks.length >= ENOUGH_LOOKS
    if (answer.outcome !== 'KNOWN') return enough ? [{ track, found: answer }] : []
    if (taken.get(answer.id) === 1) return [{ track, found: answer }]
    return enough ? [{ track, found: { outcome: 'UNKNOWN', live: answer.live } }] : []
  })
}

/**
 * Of people who walked on before anything was decided, those who were taken for presentation attacks: whoever turns
 * away before the last look may not try as often as they like.
 */
export function attacksGone(
  gone: readonly Track[],
  who: (looks: readonly Look[]) => Identification,
): Identification[] {
  return gone
    .filter(({ verdict, looks }) => verdict === null && looks.length >= AGREE)
    .map(({ looks }) => who(looks))
    .filter(({ outcome }) => outcome === 'NOT_LIVE')
}

/** The track once it is decided: of its looks only their mean is left, to follow it by. */
export function decided(track: Track, verdict: Verdict): Track {
  const vector = meanTemplate(track.looks.map((look) => look.vector))
  return { ...track, verdict, looks: [{ vector, live: null }] }
}
