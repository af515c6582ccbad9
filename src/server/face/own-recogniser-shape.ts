import 'server-only'
import type { InferenceSession } from './onnx'

/** A vector shorter than this cannot tell a school's people apart; none in use is longer. */
const LENGTHS = { least: 16, most: 4096 }

type Metadata = InferenceSession.ValueMetadata

/** A size that the file leaves open is left to whoever runs the model. */
const takes = (dimension: number | string | undefined, size: number) =>
  dimension === undefined || typeof dimension === 'string' || dimension < 0 || dimension === size

function told(value: Metadata): string {
  return value.isTensor ? `${value.name}: ${value.type} ${value.shape.join('×')}` : `${value.name}: no tensor`
}

/** What is wrong with the inputs of a recogniser for pictures of `size` pixels a side; null when nothing is. */
export function inputProblem(inputs: readonly Metadata[], size: number): string | null {
  const [input] = inputs
  const wanted = [1, 3, size, size]
  const right =
    inputs.length === 1 &&
    input?.isTensor === true &&
    input.type === 'float32' &&
    input.shape.length === wanted.length &&
    wanted.every((each, at) => takes(input.shape[at], each))
  if (right) return null
  const given = inputs.map(told).join(', ') || 'nothing'
  return `its input must be one picture, float32 ${wanted.join('×')}, and is ${given}`
}

/** What is wrong with what a recogniser gave for a first picture; null when it is one vector. */
export function outputProblem(outputs: InferenceSession.OnnxValueMapType): string | null {
  const values = Object.entries(outputs)
  const [first] = values
  const given = values.map(([name, { type, dims }]) => `${name}: ${type} ${dims.join('×')}`).join(', ')
  const problem = `its output must be one vector of ${LENGTHS.least} to ${LENGTHS.most} numbers, float32, and is ${given || 'nothing'}`
  if (values.length !== 1 || !first) return problem
  const { data, dims } = first[1]
  const vector = dims.filter((size) => size !== 1).length === 1
  if (!(data instanceof Float32Array) || !vector) return problem
  if (data.length < LENGTHS.least || data.length > LENGTHS.most) return problem
  return data.every(Number.isFinite) ? null : 'its output is not finite for a plain picture'
}
