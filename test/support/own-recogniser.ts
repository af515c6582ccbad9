import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGraph } from '../../scripts/models/onnx-graph'

/** Side of the picture that the recogniser sees after it has made it smaller. */
const SEEN = 28
const LENGTH = 128

/** A description that fits the recogniser below: ArcFace's size and points. */
export const arcFaceDescription = {
  name: 'Test recogniser',
  licence: 'Made by a test; no conditions.',
  size: 112,
  colours: 'RGB',
  normalisation: { mean: 127.5, scale: 127.5 },
  points: [
    [38.2946, 51.6963],
    [73.5318, 51.5014],
    [56.0252, 71.7366],
    [41.5493, 92.3655],
    [70.7299, 92.2041],
  ],
}

/** Numbers between -1 and 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}

interface Shape {
  side?: number
  outputs?: number
  seed?: number
}

/**
 * An ONNX recogniser that learned nothing: edges of the small grey face, projected at random. It tells pictures apart
 * by how alike the aligned faces look, pixel for pixel.
 */
export function untrainedRecogniser({ side = 112, outputs = 1, seed = 7 }: Shape = {}): Uint8Array {
  const graph = createGraph()
  const random = seeded(seed)
  const pixels = graph.input('data', 'float32', [1, 3, side, side])
  const grey = graph.node('Conv', [pixels, graph.weights(new Float32Array(3).fill(1 / 3), [1, 3, 1, 1])])
  const step = side / SEEN
  const small = graph.node('AveragePool', [grey], { kernel_shape: [step, step], strides: [step, step] })
  // What differs from the surroundings: light and colour of the whole cancel out.
  const size = 5
  const kernel = new Float32Array(size * size).fill(-1 / (size * size - 1))
  kernel[(size * size - 1) / 2] = 1
  const edges = graph.node('Conv', [small, graph.weights(kernel, [1, 1, size, size])], {
    kernel_shape: [size, size],
  })
  const count = (SEEN - size + 1) ** 2
  const flat = graph.node('Reshape', [edges, graph.integers([1, count])])
  for (let n = 0; n < outputs; n++) {
    const weights = Float32Array.from({ length: count * LENGTH }, random)
    const vector = graph.node('MatMul', [flat, graph.weights(weights, [count, LENGTH])])
    graph.output(vector, `vector${n}`, [1, LENGTH])
  }
  return graph.finish('untrained')
}

interface Written {
  model?: Uint8Array
  description?: object | string
}

/** Writes a recogniser with its description into a folder; the path of its ONNX file. */
export async function writeRecogniser(
  dir: string,
  name: string,
  { model = untrainedRecogniser(), description = arcFaceDescription }: Written = {},
): Promise<string> {
  await mkdir(dir, { recursive: true })
  const file = join(dir, `${name}.onnx`)
  await writeFile(file, model)
  const text = typeof description === 'string' ? description : JSON.stringify(description)
  await writeFile(join(dir, `${name}.json`), text)
  return file
}
