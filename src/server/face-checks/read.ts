import 'server-only'
import { type BurstFrame, decideBurst } from '@/domain/face/burst'
import { type ChallengeFrame, type ChallengeVerdict, samePersonThroughout } from '@/domain/face/challenge'
import { decideChallenge, type FaceDecision } from '@/domain/face/challenge-decision'
import type { Compare } from '@/domain/face/verification'
import type { ServiceContext } from '../context/context'
import type { ChallengeLook, FaceEngine, SelfieResult } from '../face/face-engine'
import { giveChallengeBack, type TakenChallenge } from './challenge'
import { isNoRoom } from './no-room'

/** What the frames are held against. */
export interface Against {
  /** Lets something be decided by comparisons with the claimed person; it may be asked more than once. */
  judge: <Decided>(decide: (compare: Compare) => Decided) => Promise<Decided>
  /** Whether presentation-attack detection has a say. */
  pad: boolean
}

/** What became of a challenge, kept with the check to explain it: no vectors, no likeness. */
export interface ChallengeCourse {
  steps: string[]
  /** `passed`, or the code of what was wrong. */
  verdict: string
  /** Milliseconds since the start, of each frame and of those that show the steps. */
  at: number[]
  reachedAt: number[]
}

export interface FrameReading {
  decision: FaceDecision
  /** JPEG of the frame that decided. */
  snapshot: Buffer | null
  course: ChallengeCourse | null
}

const bytesOf = (frames: readonly Blob[]) =>
  Promise.all(frames.map(async (frame) => new Uint8Array(await frame.arrayBuffer())))

function burstFrame(result: SelfieResult, pad: boolean): BurstFrame {
  if (!result.ok) return { problem: result.problem }
  return { problem: null, vector: result.selfie.vector, live: pad ? result.selfie.live : null }
}

export interface BurstLook {
  frames: BurstFrame[]
  /** JPEG of each frame. */
  snapshots: (Buffer | null)[]
}

/** Reads a burst of up to three frames, before anybody is compared with anybody. */
export async function lookAtBurst(engine: FaceEngine, frames: Blob[], pad: boolean): Promise<BurstLook> {
  const results = await engine.readBurst(await bytesOf(frames))
  return {
    frames: results.map((result) => burstFrame(result, pad)),
    snapshots: results.map((result) => (result.ok ? result.selfie.snapshot : result.snapshot)),
  }
}

/** Reads a burst of up to three frames and decides. */
export async function readBurst(engine: FaceEngine, frames: Blob[], against: Against): Promise<FrameReading> {
  const look = await lookAtBurst(engine, frames, against.pad)
  const decision = await against.judge((compare) => decideBurst(look.frames, compare))
  return { decision, snapshot: look.snapshots[decision.frame] ?? null, course: null }
}

function challengeFrame(look: ChallengeLook, at: number, pad: boolean): ChallengeFrame {
  if (!look.ok) return { at, problem: look.problem }
  return { at, problem: null, quality: look.quality, vector: look.vector, live: pad ? look.live : null }
}

/**
 * Reads the frames of a challenge that has been taken, and decides. `at` are the times of the frames. Where the engine
 * had no room the challenge is given back, so that the same frames may be sent again.
 */
export async function readChallenge(
  ctx: ServiceContext,
  engine: FaceEngine,
  { challenge, frames, at }: { challenge: TakenChallenge; frames: Blob[]; at: number[] },
  against: Against,
): Promise<FrameReading> {
  const pictures = await bytesOf(frames)
  const read = async (): Promise<FrameReading> => {
    const looks = await engine.readChallenge(pictures)
    const answer = {
      steps: challenge.steps,
      elapsed: challenge.elapsed,
      frames: looks.map((look, index) => challengeFrame(look, at[index] ?? 0, against.pad)),
      samePerson: samePersonThroughout(engine.recogniser),
    }
    const { decision, verdict } = await against.judge((compare) => decideChallenge(answer, compare))
    const course = { steps: challenge.steps, at, ...outcomeOf(verdict, at) }
    return { decision, snapshot: looks[decision.frame]?.snapshot ?? null, course }
  }
  return read().catch(async (error: unknown) => {
    if (isNoRoom(error)) await giveChallengeBack(ctx, challenge)
    throw error
  })
}

function outcomeOf(verdict: ChallengeVerdict, at: number[]): Pick<ChallengeCourse, 'verdict' | 'reachedAt'> {
  if (!verdict.passed) return { verdict: verdict.reason, reachedAt: [] }
  return { verdict: 'passed', reachedAt: verdict.reached.map((index) => at[index] ?? 0) }
}
