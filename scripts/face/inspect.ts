import type { ErrorCode } from '../../src/domain/errors'
import { roomAround } from '../../src/domain/face/attack'
import { enrolmentProblem } from '../../src/domain/face/enrolment-picture'
import { severalFaces } from '../../src/domain/face/quality'
import { PAD_THRESHOLD } from '../../src/domain/face/thresholds'
import type { FaceEngine } from '../../src/server/face/face-engine'
import type { Inspection } from '../../src/server/face/face-results'
import { errorLine } from '../../src/server/words/sentences'
import { forFile, optionsFor, Refusal, type Run, rounded, withEngine } from './run'

/**
 * Every face of a picture: where it is, how good, whether live, and what a selfie of it would be told: anywhere
 * (`problem`), and where it is to be enrolled, of which more is asked (`enrolment`).
 */
export const inspect: Run = (input) =>
  withEngine(optionsFor(input, 1), async (engine) => {
    const [path] = input.files
    if (!path) throw new Refusal('A picture is needed.')
    if (input.group) return inspectGroup(path, engine)
    const seen = await forFile(path, engine.inspect)
    const { width, height, faces } = seen
    const problem = problemOf(seen)
    return {
      width,
      height,
      ...inWords(problem),
      enrolment: inWords(
        problem === 'face.covered' ? 'enrolment.covered' : (problem ?? refusedToEnrol(seen)),
      ),
      faces: faces.map((face) => ({
        box: mapValues(face.box, (v) => rounded(v, 1)),
        landmarks5: face.landmarks5.map((p) => [rounded(p.x, 1), rounded(p.y, 1)]),
        quality: mapValues(face.quality, (v) => rounded(v, 3)),
        problem: face.problem,
        pad: face.live === null ? null : { live: rounded(face.live), bonaFide: face.live >= PAD_THRESHOLD },
      })),
      model: engine.recogniser,
      padThreshold: engine.pad ? PAD_THRESHOLD : null,
    }
  })

function problemOf({ faces }: Inspection) {
  if (severalFaces(faces)) return 'face.several'
  return faces[0] ? faces[0].problem : 'face.none'
}

function refusedToEnrol({ faces: [face], width, height }: Inspection) {
  return face ? enrolmentProblem({ live: face.live, room: roomAround(face.box, { width, height }) }) : null
}

const inWords = (problem: ErrorCode | null) => ({ problem, advice: problem && errorLine(problem) })

/** Every face of a group photo: where it is, how large, how good, and whether it can be recognised. */
async function inspectGroup(path: string, engine: FaceEngine) {
  const { width, height, faces } = await forFile(path, engine.readGroup)
  return {
    width,
    height,
    faces: faces.map((face) => ({
      box: mapValues(face.box, (v) => rounded(v, 1)),
      eyeDistance: rounded(face.eyeDistance, 1),
      quality: mapValues(face.quality, (v) => rounded(v, 3)),
      recognisable: face.vector !== null,
    })),
    model: engine.recogniser,
  }
}

function mapValues<T extends object>(record: T, change: (value: number) => number) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(Number(value))]))
}
