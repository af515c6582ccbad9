import type { OnnxGraph } from './onnx-graph'
import type { Weight } from './tfjs-weights'

interface KernelOptions {
  depthwise: boolean
  /** How many channels the ONNX graph has for so many of the source. */
  wide: (channels: number) => number
  scale: number
}

interface Kernel {
  values: Float32Array
  shape: number[]
  channels: number
}

export function filledUp(values: ArrayLike<number>, length: number): Float32Array {
  const result = new Float32Array(length)
  result.set(values)
  return result
}

/** A tfjs kernel, HWIO (depthwise: HWI1), as ONNX has it: OIHW (depthwise: I1HW), added channels all zero. */
export function toChannelsFirst(
  { shape, values }: Weight,
  { depthwise, wide, scale }: KernelOptions,
): Kernel {
  const [height = 0, width = 0, inputs = 0, outputs = 0] = shape
  if (depthwise && outputs !== 1) throw new Error(`a depthwise kernel of ${outputs} outputs a channel`)
  const area = height * width
  const channels = depthwise ? inputs : outputs
  const wideInputs = depthwise ? 1 : wide(inputs)
  const result = new Float32Array(wide(channels) * wideInputs * area)
  for (let at = 0; at < area; at++) {
    for (let i = 0; i < inputs; i++) {
      for (let o = 0; o < outputs; o++) {
        const to = depthwise ? i * area + at : (o * wideInputs + i) * area + at
        result[to] = (values[(at * inputs + i) * outputs + o] ?? 0) * scale
      }
    }
  }
  return { values: result, shape: [wide(channels), wideInputs, height, width], channels }
}

/**
 * Adds channels of zeros after the ones that are there. A convolution with the identity, not a Pad: onnxruntime would
 * leave its blocked layout for the Pad and for every sum along the residual path after it.
 */
export function addChannels(graph: OnnxGraph, value: string, from: number, to: number): string {
  if (from === to) return value
  const identity = new Float32Array(to * from)
  for (let channel = 0; channel < from; channel++) identity[channel * from + channel] = 1
  return graph.node('Conv', [value, graph.weights(identity, [to, from, 1, 1])], { kernel_shape: [1, 1] })
}
