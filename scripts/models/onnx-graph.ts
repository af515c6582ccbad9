import {
  type Attribute,
  attribute,
  bytes,
  type ElementType,
  int,
  message,
  tensor,
  text,
  valueInfo,
} from './onnx-writer'

const IR_VERSION = 8
const OPSET = 17

export interface OnnxGraph {
  input(name: string, type: ElementType, shape: readonly number[]): string
  weights(values: Float32Array, shape: readonly number[]): string
  integers(values: readonly number[]): string
  node(op: string, inputs: readonly string[], attributes?: Record<string, Attribute>): string
  /** Declares a value as an output of the model under a name of its own. */
  output(value: string, name: string, shape: readonly number[]): void
  finish(name: string): Uint8Array
}

export function createGraph(): OnnxGraph {
  const nodes: Uint8Array[] = []
  const initializers: Uint8Array[] = []
  const inputs: Uint8Array[] = []
  const outputs: Uint8Array[] = []
  let count = 0

  const store = (type: ElementType, raw: Uint8Array, shape: readonly number[]) => {
    const name = `w${initializers.length}`
    initializers.push(tensor(name, type, shape, raw))
    return name
  }

  const push = (op: string, from: readonly string[], to: string, attributes: Record<string, Attribute>) => {
    // NodeProto: input 1, output 2, name 3, op_type 4, attribute 5.
    nodes.push(
      Buffer.concat([
        ...from.map((name) => text(1, name)),
        text(2, to),
        text(3, `${op}_${to}`),
        text(4, op),
        ...Object.entries(attributes).map(([key, value]) => message(5, [attribute(key, value)])),
      ]),
    )
    return to
  }

  return {
    input(name, type, shape) {
      inputs.push(valueInfo(name, type, shape))
      return name
    },
    weights(values, shape) {
      if (shape.reduce((product, size) => product * size, 1) !== values.length) {
        throw new Error(`${values.length} weights do not fill the shape ${shape.join('×')}`)
      }
      return store('float32', new Uint8Array(values.buffer, values.byteOffset, values.byteLength), shape)
    },
    integers(values) {
      const raw = BigInt64Array.from(values, BigInt)
      return store('int64', new Uint8Array(raw.buffer), [values.length])
    },
    node: (op, from, attributes = {}) => push(op, from, `t${count++}`, attributes),
    output(value, name, shape) {
      push('Identity', [value], name, {})
      outputs.push(valueInfo(name, 'float32', shape))
    },
    finish(name) {
      // GraphProto: node 1, name 2, initializer 5, input 11, output 12.
      const graph = [
        ...nodes.map((each) => bytes(1, each)),
        text(2, name),
        ...initializers.map((each) => bytes(5, each)),
        ...inputs.map((each) => bytes(11, each)),
        ...outputs.map((each) => bytes(12, each)),
      ]
      // ModelProto: ir_version 1, producer_name 2, graph 7, opset_import 8 {domain 1, version 2}.
      return Buffer.concat([
        int(1, IR_VERSION),
        text(2, 'clockface'),
        message(7, graph),
        message(8, [text(1, ''), int(2, OPSET)]),
      ])
    },
  }
}
