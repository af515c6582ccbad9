import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cohortOf } from '@/domain/face/cohort'
import type { Identification } from '@/domain/face/identification'
import { unit } from '@/domain/face/matching'
import {
  attacksGone,
  decide,
  decided,
  ENOUGH_LOOKS,
  type Followed,
  followPeople,
  type Look,
  personOnTrack,
  type SeenAtDoor,
  type Track,
} from '@/domain/face/tracks'

const SAME = 0.45
const rules = { threshold: 0.5, least: 0.3, margin: 0.1, weight: 0, most: 2 }
const directions = { anna: [1, 0, 0, 0], berta: [0, 1, 0, 0], clara: [0, 0, 1, 0], dora: [0, 0, 0, 1] }
type Name = keyof typeof directions
const people = (['anna', 'berta'] as const).map((id) => ({ id, template: unit(directions[id]) }))
const gallery = { people, cohort: cohortOf(people) }

const look = (who: Name, live: number | null = 0.9): Look => ({ vector: unit(directions[who]), live })
const box = (x: number, width = 100) => ({ x, y: 50, width, height: 120 })
const at = (x: number, who: Name, live = 0.9): SeenAtDoor => ({ box: box(x), look: look(who, live) })
const turnedAway = (x: number): SeenAtDoor => ({ box: box(x), look: null })
const start: Followed = { tracks: [], trackOf: [], gone: [], nextId: 1 }

/** Frame after frame; where each face of the last one is. */
const follow = (...frames: SeenAtDoor[][]) =>
  frames.reduce((known, faces) => followPeople(known, faces, SAME), start)

const who = (looks: readonly Look[]) => personOnTrack(looks, gallery, rules)
const names = (tracks: readonly Track[], here = tracks.map(({ id }) => id)) =>
  decide(tracks, new Set(here), who).map(({ track, found }) => [
    track.id,
    found.outcome === 'KNOWN' ? found.id : found.outcome,
  ])

describe('following people past a kiosk', () => {
  test.each<[string, SeenAtDoor[][], number[]]>([
    ['somebody who moves a little stays the same', [[at(0, 'anna')], [at(40, 'anna')]], [1]],
    ['somebody who strides on stays the same', [[at(0, 'anna')], [at(220, 'anna')]], [1]],
    ['somebody at the other end of the picture is somebody else', [[at(0, 'anna')], [at(600, 'anna')]], [2]],
    ['whoever steps into somebody’s place is somebody else', [[at(0, 'anna')], [at(0, 'berta')]], [2]],
    [
      'two who change places keep their tracks',
      [
        [at(0, 'anna'), at(200, 'berta')],
        [at(0, 'berta'), at(200, 'anna')],
      ],
      [2, 1],
    ],
    ['a face that is turned away is followed by its place', [[at(0, 'anna')], [turnedAway(20)]], [1]],
    [
      'and is the same once it can be compared again',
      [[at(0, 'anna')], [turnedAway(20)], [at(30, 'anna')]],
      [1],
    ],
    ['but not far away', [[at(0, 'anna')], [turnedAway(300)]], [2]],
    [
      'somebody hidden for three frames is still the same',
      [[at(0, 'anna')], [], [], [], [at(10, 'anna')]],
      [1],
    ],
    ['after four they have walked on', [[at(0, 'anna')], [], [], [], [], [at(10, 'anna')]], [2]],
  ])('%s', (_title, frames, tracks) => {
    expect(follow(...frames).trackOf).toEqual(tracks)
  })

  const faces = fc.uniqueArray(
    fc.record({
      x: fc.integer({ min: 0, max: 900 }),
      who: fc.constantFrom(...(Object.keys(directions) as Name[])),
      compared: fc.boolean(),
    }),
    { maxLength: 6, selector: ({ x }) => x },
  )
  const seen = fc.array(faces, { minLength: 1, maxLength: 5 })
  const frame = (drawn: { x: number; who: Name; compared: boolean }[]) =>
    drawn.map(({ x, who: name, compared }) => (compared ? at(x, name) : turnedAway(x)))

  test('does not depend on the order of the faces', () => {
    fc.assert(
      fc.property(seen, faces, fc.infiniteStream(fc.nat()), (before, last, random) => {
        const known = follow(...before.map(frame))
        const now = frame(last)
        const order = now.map((face) => ({ face, key: random.next().value })).sort((a, b) => a.key - b.key)
        const one = followPeople(known, now, SAME)
        const other = followPeople(
          known,
          order.map(({ face }) => face),
          SAME,
        )
        expect(other.tracks).toEqual(one.tracks)
        for (const [i, { face }] of order.entries())
          expect(other.trackOf[i]).toBe(one.trackOf[now.indexOf(face)])
      }),
    )
  })

  test('puts no two faces of a frame on one track, and no face on two', () => {
    fc.assert(
      fc.property(seen, (frames) => {
        const { trackOf, tracks } = follow(...frames.map(frame))
        expect(new Set(trackOf).size).toBe(trackOf.length)
        expect(new Set(tracks.map(({ id }) => id)).size).toBe(tracks.length)
        for (const id of trackOf) expect(tracks.find((track) => track.id === id)?.missed).toBe(0)
      }),
    )
  })

  test('follows no more than twelve, those who were seen last', () => {
    const crowd = Array.from({ length: 4 }, (_, row) =>
      Array.from({ length: 6 }, (_, i) => ({ ...turnedAway(1000 * row + 150 * i), look: null })),
    )
    const { tracks, trackOf } = follow(...crowd)
    expect(tracks.map(({ id }) => id)).toEqual([...trackOf, 13, 14, 15, 16, 17, 18])
  })

  test('names nobody by one frame', () => {
    fc.assert(
      fc.property(faces, (drawn) => {
        expect(names(follow(frame(drawn)).tracks)).toEqual([])
      }),
    )
  })

  test('names two people of a frame never the same', () => {
    fc.assert(
      fc.property(seen, (frames) => {
        const { tracks, trackOf } = follow(...frames.map(frame))
        const known = names(tracks, trackOf).flatMap(([, name]) =>
          name === 'anna' || name === 'berta' ? [name] : [],
        )
        expect(new Set(known).size).toBe(known.length)
      }),
    )
  })
})

describe('who somebody on a track is', () => {
  test.each<[string, Look[], string]>([
    ['two frames that agree name a person', [look('anna'), look('anna')], 'anna'],
    ['one frame names nobody', [look('anna')], 'UNKNOWN'],
    ['two frames of two people name nobody', [look('anna'), look('berta')], 'UNKNOWN'],
    ['a stranger is nobody', [look('clara'), look('clara')], 'UNKNOWN'],
    [
      'somebody who does not look alive is not compared',
      [look('anna', 0.01), look('anna', 0.01)],
      'NOT_LIVE',
    ],
    [
      'without a model that tells the living apart they are',
      [look('anna', null), look('anna', null)],
      'anna',
    ],
  ])('%s', (_title, looks, name) => {
    const found: Identification = who(looks)
    expect(found.outcome === 'KNOWN' ? found.id : found.outcome).toBe(name)
  })

  test('is nobody when two look too much alike', () => {
    const alike = [...people, { id: 'twin', template: unit([1, 0.05, 0, 0]) }]
    const twins = { people: alike, cohort: cohortOf(alike) }
    expect(personOnTrack([look('anna'), look('anna')], twins, rules)).toMatchObject({ outcome: 'UNKNOWN' })
  })
})

describe('deciding', () => {
  const walks = (name: Name, frames: number, live = 0.9) =>
    Array.from({ length: frames }, (_, i) => [at(i * 30, name, live)])

  test('somebody of the gallery is named with the second frame', () => {
    expect(names(follow(...walks('anna', 2)).tracks)).toEqual([[1, 'anna']])
  })

  test('later a name counts where the looks before it gave the same one', () => {
    const namedBy = (counts: Record<number, string>) => (looks: readonly Look[]) => {
      const id = counts[looks.length]
      const known = who([look('anna'), look('anna')])
      return id && known.outcome === 'KNOWN' ? { ...known, id } : ({ outcome: 'UNKNOWN', live: 0.9 } as const)
    }
    const answers = (frames: number, counts: Record<number, string>) => {
      const { tracks, trackOf } = follow(...walks('anna', frames))
      return decide(tracks, new Set(trackOf), namedBy(counts)).map(({ found }) =>
        found.outcome === 'KNOWN' ? found.id : found.outcome,
      )
    }
    expect(answers(2, { 2: 'anna' })).toEqual(['anna'])
    expect(answers(3, { 3: 'anna' })).toEqual([])
    expect(answers(4, { 3: 'berta', 4: 'anna' })).toEqual([])
    expect(answers(4, { 3: 'anna', 4: 'anna' })).toEqual(['anna'])
    expect(answers(ENOUGH_LOOKS, { [ENOUGH_LOOKS]: 'anna' })).toEqual(['UNKNOWN'])
  })

  test('nothing is said of a stranger until there were enough looks', () => {
    expect(names(follow(...walks('clara', ENOUGH_LOOKS - 1)).tracks)).toEqual([])
    expect(names(follow(...walks('clara', ENOUGH_LOOKS)).tracks)).toEqual([[1, 'UNKNOWN']])
  })

  test('nor of somebody who does not look alive', () => {
    expect(names(follow(...walks('anna', ENOUGH_LOOKS - 1, 0.01)).tracks)).toEqual([])
    expect(names(follow(...walks('anna', ENOUGH_LOOKS, 0.01)).tracks)).toEqual([[1, 'NOT_LIVE']])
  })

  test.each<[string, Name, number, number, string[]]>([
    ['was taken for a picture twice', 'anna', 2, 0.01, ['NOT_LIVE']],
    ['was taken for a picture four times', 'clara', ENOUGH_LOOKS - 1, 0.01, ['NOT_LIVE']],
    ['was taken for a picture once', 'anna', 1, 0.01, []],
    ['is nobody of the gallery', 'clara', ENOUGH_LOOKS - 1, 0.9, []],
  ])('of whoever walks on before it and %s: %s', (_title, name, frames, live, outcomes) => {
    const seen = [...walks(name, frames, live), [], [], []]
    expect(follow(...seen).gone).toEqual([])
    const { tracks, gone } = follow(...seen, [])
    expect(tracks).toEqual([])
    expect(attacksGone(gone, who).map(({ outcome }) => outcome)).toEqual(outcomes)
    expect(follow(...seen, [], []).gone).toEqual([])
  })

  test('whoever was decided about leaves nothing more', () => {
    const [track] = follow(...walks('anna', ENOUGH_LOOKS, 0.01)).tracks
    if (!track) throw new Error('nobody is followed')
    expect(attacksGone([decided(track, { kind: 'unsure' })], who)).toEqual([])
  })

  test('somebody who is out of sight is not decided about', () => {
    expect(names(follow(...walks('anna', 2), []).tracks, [])).toEqual([])
  })

  test('of two who would get one name neither does', () => {
    const twice = [at(0, 'anna'), at(600, 'anna')]
    const { tracks } = follow(...Array.from({ length: ENOUGH_LOOKS - 1 }, () => twice))
    expect(names(tracks)).toEqual([])
    expect(names(follow(...Array.from({ length: ENOUGH_LOOKS }, () => twice)).tracks)).toEqual([
      [1, 'UNKNOWN'],
      [2, 'UNKNOWN'],
    ])
  })

  test('a name that somebody in sight has is given to nobody else', () => {
    const { tracks, nextId } = follow([at(0, 'anna')], [at(0, 'anna')])
    const named = tracks.map((track) => decided(track, { kind: 'known', userId: 'anna' }))
    const both = [at(0, 'anna'), at(600, 'anna')]
    const before: Followed = { tracks: named, trackOf: [], gone: [], nextId }
    const { tracks: later } = [both, both].reduce((known, faces) => followPeople(known, faces, SAME), before)
    expect(names(later)).toEqual([])
  })

  test('whoever is decided keeps one look to be followed by, and is not decided again', () => {
    const [track] = follow(...walks('anna', 2)).tracks
    if (!track) throw new Error('nobody is followed')
    const named = decided(track, { kind: 'known', userId: 'anna' })
    expect(named.looks).toEqual([{ vector: unit(directions.anna), live: null }])
    const { tracks } = followPeople({ tracks: [named], nextId: 2 }, [at(70, 'anna')], SAME)
    expect(tracks).toEqual([{ ...named, box: box(70) }])
    expect(names(tracks)).toEqual([])
  })
})
