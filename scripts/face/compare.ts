import { cosine } from '../../src/domain/face/matching'
import { thresholdsOf } from '../../src/domain/face/thresholds'
import { forFile, optionsFor, Refusal, type Run, rounded, withEngine } from './run'

/** Whether two pictures show one person: the largest central face of each. */
export const compare: Run = (input) =>
  withEngine(optionsFor(input, 1), async (engine) => {
    const vectors: Float32Array[] = []
    for (const path of input.files) {
      const described = await forFile(path, engine.describe)
      if (!described) throw new Refusal(`${path}: No face found.`)
      vectors.push(described.vector)
    }
    const [a, b] = vectors
    if (!a || !b) throw new Refusal('Two pictures are needed.')
    const similarity = cosine(a, b)
    const threshold = thresholdsOf(engine.recogniser).samePerson
    return {
      similarity: rounded(similarity),
      threshold,
      same: similarity >= threshold,
      model: engine.recogniser,
    }
  })
