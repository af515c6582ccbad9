import { createGraph } from './onnx-graph'
import { type Attributes, readAttributes } from './tfjs-attributes'
import { readWeights, type Weight, type WeightSpec } from './tfjs-weights'

interface TfNode {
  name: string
  op: string
  input?: string[]
  attr?: Record<string, unknown>
}

export interface TfGraphModel {
  modelTopology: { node: TfNode[] }
  weightsManifest: { weights: WeightSpec[] }[]
}

export interface TfConversion {
  name: string
  input: { name: string; type: 'uint8' | 'float32'; layout: 'NHWC' | 'NCHW'; size: number }
  /** What the source expects is pixel × scale + offset; the ONNX model takes the pixel, 0..255. */
  scale: number
  offset: number
  /** Parts of the source's outputs, joined along the first axis. */
  outputs: { name: string; sources: string[]; shape: number[] }[]
}

/**
 * Turns a tfjs graph model into ONNX. Every picture-like value is kept NCHW, the layout onnxruntime is fast in;
 * only a Reshape sees NHWC, because its result depends on the order of the channels. The scale of the input goes
 * into the first convolution's weights. Nodes that no wanted output needs are left out.
 */
export function convertTfGraph(
  model: TfGraphModel,
  weightFile: Uint8Array,
  conversion: TfConversion,
): Uint8Array {
  const graph = createGraph()
  const specs = model.weightsManifest.flatMap((group) => group.weights)
  const weights = readWeights(specs, weightFile)
  const nodes = new Map(model.modelTopology.node.map((node) => [node.name, node]))
  const done = new Map<string, string>()
  const fromInput = new Set<string>()

  const weight = (name: string | undefined): Weight => {
    const found = weights.get(name ?? '')
    if (!found) throw new Error(`${conversion.name}: no weights called ${name}`)
    return found
  }
  const floats = (name: string | undefined) => Float32Array.from(weight(name).values)

  const input = () => {
    const { name, type, layout, size } = conversion.input
    const shape = layout === 'NHWC' ? [1, size, size, 3] : [1, 3, size, size]
    let value = graph.input(name, type, shape)
    if (layout === 'NHWC') value = graph.node('Transpose', [value], { perm: [0, 3, 1, 2] })
    if (type === 'uint8') value = graph.node('Cast', [value], { to: 1 })
    const shift = conversion.offset / conversion.scale
    return shift === 0 ? value : graph.node('Add', [value, graph.weights(Float32Array.of(shift), [1])])
  }

  const activate = (value: string, op: string, slopes: string | undefined): string => {
    if (op === 'Relu') return graph.node('Relu', [value])
    if (op !== 'Prelu') throw new Error(`${conversion.name}: fused operation ${op} is not supported`)
    const values = floats(slopes)
    return graph.node('PRelu', [value, graph.weights(values, [values.length, 1, 1])])
  }

  const convolve = (node: TfNode, attributes: Attributes): string => {
    const [source, kernelName, biasName, slopes] = node.input ?? []
    const depthwise = node.op === 'DepthwiseConv2dNative'
    const kernel = weight(kernelName)
    const [height = 0, width = 0, inputs = 0, outputs = 0] = kernel.shape
    if (depthwise && outputs !== 1) throw new Error(`${node.name}: channel multiplier ${outputs}`)
    const from = value(source)
    const factor = source && fromInput.has(source) ? conversion.scale : 1
    const channels = depthwise ? inputs : outputs
    const shape = depthwise ? [inputs, 1, height, width] : [outputs, inputs, height, width]
    const operands = [from, graph.weights(channelsFirst(kernel, factor, depthwise), shape)]
    if (attributes.fused[0] === 'BiasAdd') operands.push(graph.weights(floats(biasName), [channels]))
    const convolved = graph.node('Conv', operands, {
      kernel_shape: [height, width],
      strides: attributes.strides,
      group: depthwise ? channels : 1,
      auto_pad: attributes.padding,
    })
    const [, activation] = attributes.fused
    return activation ? activate(convolved, activation, slopes) : convolved
  }

  const pad = (node: TfNode): string => {
    const amounts = weight(node.input?.[1]).values
    const nchw = [0, 3, 1, 2]
    const pads = [
      ...nchw.map((axis) => amounts[axis * 2] ?? 0),
      ...nchw.map((axis) => amounts[axis * 2 + 1] ?? 0),
    ]
    return graph.node('Pad', [value(node.input?.[0]), graph.integers(pads)])
  }

  const convert = (node: TfNode): string => {
    const attributes = readAttributes(node.attr ?? {})
    switch (node.op) {
      case 'Placeholder':
        fromInput.add(node.name)
        return input()
      case '_FusedConv2D':
      case 'Conv2D':
      case 'DepthwiseConv2dNative':
        return convolve(node, attributes)
      case 'AddV2':
        return graph.node('Add', [value(node.input?.[0]), value(node.input?.[1])])
      case 'Relu':
      case 'Sigmoid':
        return graph.node(node.op, [value(node.input?.[0])])
      case 'Prelu':
        return activate(value(node.input?.[0]), 'Prelu', node.input?.[1])
      case 'MaxPool':
        return graph.node('MaxPool', [value(node.input?.[0])], {
          kernel_shape: attributes.window,
          strides: attributes.strides,
          auto_pad: attributes.padding,
        })
      case 'Pad':
        return pad(node)
      case 'Identity':
        return value(node.input?.[0])
      case 'Reshape':
        return graph.node('Transpose', [value(node.input?.[0])], { perm: [0, 2, 3, 1] })
      default:
        throw new Error(`${conversion.name}: operation ${node.op} is not supported`)
    }
  }

  const value = (name: string | undefined): string => {
    const known = done.get(name ?? '')
    if (known) return known
    const node = nodes.get(name ?? '')
    if (!node) throw new Error(`${conversion.name}: no node called ${name}`)
    const converted = convert(node)
    done.set(node.name, converted)
    return converted
  }

  for (const output of conversion.outputs) {
    const width = output.shape.slice(1).reduce((product, size) => product * size, 1)
    const shape = output.shape.length > 1 ? [-1, width] : [-1]
    const parts = output.sources.map((source) =>
      graph.node('Reshape', [value(source), graph.integers(shape)]),
    )
    const joined = parts.length > 1 ? graph.node('Concat', parts, { axis: 0 }) : (parts[0] ?? '')
    graph.output(joined, output.name, output.shape)
  }
  return graph.finish(conversion.name)
}

/** HWIO (HWC1 for depthwise) to OIHW, each weight times a factor. */
function channelsFirst(kernel: Weight, factor: number, depthwise: boolean): Float32Array {
  const [height = 0, width = 0, inputs = 0, outputs = 0] = kernel.shape
  const result = new Float32Array(kernel.values.length)
  const area = height * width
  for (let at = 0; at < area; at++) {
    for (let i = 0; i < inputs; i++) {
      for (let o = 0; o < outputs; o++) {
        const from = (at * inputs + i) * outputs + o
        const to = depthwise ? i * area + at : (o * inputs + i) * area + at
        result[to] = (kernel.values[from] ?? 0) * factor
      }
    }
  }
  return result
}
