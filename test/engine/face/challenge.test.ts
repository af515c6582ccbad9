import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calibrate } from '@/domain/face/calibration'
import { priorOf } from '@/domain/face/calibration-prior'
import { type ChallengeFrame, judgeChallenge, samePersonThroughout } from '@/domain/face/challenge'
import { decideChallenge } from '@/domain/face/challenge-decision'
import { type ChallengeStep, challengeSteps, movementOf, progressOf } from '@/domain/face/challenge-steps'
import { emptyCohort } from '@/domain/face/cohort'
import { cosine } from '@/domain/face/matching'
import { PAD_THRESHOLD } from '@/domain/face/thresholds'
import { comparing } from '@/domain/face/verification'
import { type ChallengeLook, createFaceEngine, type FaceEngine } from '@/server/face/face-engine'
import { wanted } from '../../domain/face/simulated-sites'
import { type HeldPicture, heldPicture } from '../../support/flat-picture'
import { portrait, type Sitter } from '../../support/sample-portraits'
import type { Stance } from '../../support/turned-head'
import { posed } from '../../support/turning-camera'
import { type Turner, turnerFrames, turners } from '../../support/turns'

const folder = process.env.FACES_DIR ?? ''
const leftOut = folder ? '' : ' (left out: FACES_DIR is not set)'

type Poses = Record<ChallengeStep | 'still', ChallengeLook>

const stances: Record<ChallengeStep | 'still', Stance> = {
  still: {},
  TURN_LEFT: { left: 26 },
  TURN_RIGHT: { left: -26 },
  LOOK_UP: { up: 26 },
  COME_CLOSER: { nearer: 1.35 },
}
const names = Object.keys(stances) as (keyof typeof stances)[]
const sequences = challengeSteps.flatMap((a) =>
  challengeSteps.filter((b) => b !== a).map((b) => [a, b] as const),
)

let engine: FaceEngine
beforeAll(async () => {
  engine = await createFaceEngine({ workers: 2, waitMs: 60_000, timeoutMs: 60_000 })
})
afterAll(() => engine.close())

function usable(look: ChallengeLook | undefined) {
  if (!look?.ok) throw new Error(`a face was expected: ${look?.problem}`)
  return look
}

function frameOf(look: ChallengeLook, at: number): ChallengeFrame {
  return look.ok ? { at, problem: null, ...look } : { at, problem: look.problem }
}

async function lookAt(pictures: Record<ChallengeStep | 'still', Buffer>): Promise<Poses> {
  const looks = await engine.readChallenge(names.map((name) => pictures[name]))
  return Object.fromEntries(names.map((name, i) => [name, looks[i]])) as Poses
}

async function sitter(who: Sitter): Promise<Poses> {
  const draw = await posed(who)
  const pictures = await Promise.all(names.map(async (name) => [name, await draw(stances[name])] as const))
  return lookAt(Object.fromEntries(pictures) as Record<ChallengeStep | 'still', Buffer>)
}

/** The answer of somebody who does the steps at ease. */
function answer(poses: Poses, steps: readonly ChallengeStep[]) {
  const shown = [
    poses.still,
    ...steps.flatMap((step) => [poses.still, poses[step]]),
    poses.still,
    poses.still,
  ]
  const frames = shown.map((look, i) => frameOf(look, 800 + i * 600))
  return { steps, frames, elapsed: 6000, samePerson: samePersonThroughout(engine.recogniser) }
}

describe('a photo that is drawn over its mesh and turned as a head', () => {
  it.each(['anna', 'berta', 'dora'] as const)(
    '%s passes every sequence, and no other than asked',
    async (who) => {
      const poses = await sitter(who)
      const template = usable((await engine.readChallenge([await portrait(who, { share: 0.45 })]))[0]).vector
      // Nobody else is enrolled yet.
      const { thresholds } = calibrate({ prior: priorOf(engine.recogniser), people: [], wanted })
      const compare = comparing(emptyCohort(), { id: who, template }, thresholds)
      for (const steps of sequences) {
        const { decision } = decideChallenge(answer(poses, steps), compare)
        expect(decision, steps.join(', ')).toMatchObject({ outcome: 'MATCHED' })
        for (const other of sequences) {
          if (other.join() === steps.join()) continue
          const frames = answer(poses, other).frames
          expect(judgeChallenge({ ...answer(poses, steps), frames }).passed).toBe(false)
        }
      }
    },
  )
})

describe(`people of the AT&T database${leftOut}`, () => {
  it.skipIf(!folder).each(Object.keys(turners) as Turner[])('%s passes every sequence', async (who) => {
    const poses = await lookAt(await turnerFrames(folder, who))
    for (const steps of sequences) {
      expect(judgeChallenge(answer(poses, steps)), steps.join(', ')).toMatchObject({ passed: true })
    }
    if (engine.pad) expect(usable(poses.still).live).toBeGreaterThanOrEqual(PAD_THRESHOLD)
  })

  it.skipIf(!folder)(
    'each is one person however the head is held, and no two are',
    { timeout: 300_000 },
    async () => {
      const people = (await readdir(join(folder, 'turns'))).sort()
      const vectors = await Promise.all(
        people.flatMap((person) =>
          Array.from({ length: 10 }, async (_, i) => {
            const described = await engine.describe(
              await readFile(join(folder, 'turns', person, `${i + 1}.jpg`)),
            )
            return { person, vector: described?.vector ?? new Float32Array() }
          }),
        ),
      )
      const threshold = samePersonThroughout(engine.recogniser)
      for (const [i, a] of vectors.entries()) {
        for (const b of vectors.slice(i + 1)) {
          const same = cosine(a.vector, b.vector) >= threshold
          expect(same, `${a.person} and ${b.person}`).toBe(a.person === b.person)
        }
      }
    },
  )
})

describe('a picture that is held up', () => {
  const ways: HeldPicture[] = [
    ...[-35, -20, 20, 35].map((turn) => ({ turn })),
    ...[-35, -20, 20, 35, 50].map((tilt) => ({ tilt })),
  ]

  it.each(['anna', 'berta', 'clara', 'dora'] as const)(
    '%s: turned or tilted by up to 35 degrees it is no head that turns or looks up',
    async (who) => {
      const { data, info } = await sharp(await (await posed(who))({}))
        .raw()
        .toBuffer({ resolveWithObject: true })
      const picture = { data: new Uint8Array(data), width: info.width, height: info.height }
      const shown = await Promise.all(
        [{}, ...ways].map((way) =>
          sharp(heldPicture(picture, way).data, {
            raw: { width: info.width, height: info.height, channels: 3 },
          })
            .jpeg({ quality: 95 })
            .toBuffer(),
        ),
      )
      const [flat, ...held] = await engine.readChallenge(shown)
      for (const [i, look] of held.entries()) {
        if (!look.ok) continue
        const movement = movementOf(usable(flat).quality, look.quality)
        for (const step of challengeSteps) {
          expect(progressOf(step, movement), `${step} by ${JSON.stringify(ways[i])}`).toBeLessThan(1)
        }
      }
    },
  )
})
