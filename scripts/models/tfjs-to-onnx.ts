import { addChannels, filledUp, toChannelsFirst } from './kernels'
import { createGraph } from './onnx-graph'
import { elementTypes } from './onnx-writer'
import { addPrelu } from './prelu'
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
  /** Numbers of channels to be filled up with zeros: onnxruntime's blocked layout wants a multiple of 16. */
  widen?: Record<number, number>
  /** Parts of the source's outputs, joined along the first axis. */
  outputs: { name: string; sources: string[]; shape: number[] }[]
}

/** A value in the ONNX graph, and how many channels it has in the source. */
interface Value {
  name: string
  channels: number
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
  const done = new Map<string, Value>()
  const wide = (channels: number) => conversion.widen?.[channels] ?? channels

  const weight = (name: string | undefined): Weight => {
    const found = weights.get(name ?? '')
    if (!found) throw new Error(`${conversion.name}: no weights called ${name}`)
    return found
  }
  const perChannel = (name: string | undefined) => {
    const { values } = weight(name)
    return filledUp(values, wide(values.length))
  }

  const input = (): string => {
    const { name, type, layout, size } = conversion.input
    const shape = layout === 'NHWC' ? [1, size, size, 3] : [1, 3, size, size]
    let pixels = graph.input(name, type, shape)
    if (layout === 'NHWC') pixels = graph.node('Transpose', [pixels], { perm: [0, 3, 1, 2] })
    if (type === 'uint8') pixels = graph.node('Cast', [pixels], { to: elementTypes.float32 })
    const shift = conversion.offset / conversion.scale
    return shift === 0 ? pixels : graph.node('Add', [pixels, graph.weights(Float32Array.of(shift), [1])])
  }

  const activate = (value: string, op: string, slopes: string | undefined): string => {
    if (op === 'Relu') return graph.node('Relu', [value])
    if (op === 'Prelu') return addPrelu(graph, value, perChannel(slopes))
    throw new Error(`${conversion.name}: fused operation ${op} is not supported`)
  }

  const convolve = (node: TfNode, { strides, padding, fused }: Attributes): Value => {
    const [source, kernelName, bias, slopes] = node.input ?? []
    const from = resolve(source)
    const depthwise = node.op === 'DepthwiseConv2dNative'
    const scale = nodes.get(source ?? '')?.op === 'Placeholder' ? conversion.scale : 1
    const kernel = toChannelsFirst(weight(kernelName), { depthwise, wide, scale })
    const operands = [from.name, graph.weights(kernel.values, kernel.shape)]
    const [biasAdd, activation] = fused
    if (biasAdd === 'BiasAdd') operands.push(graph.weights(perChannel(bias), kernel.shape.slice(0, 1)))
    const name = graph.node('Conv', operands, {
      kernel_shape: kernel.shape.slice(2),
      strides,
      group: depthwise ? (kernel.shape[0] ?? 1) : 1,
      auto_pad: padding,
    })
    return { name: activation ? activate(name, activation, slopes) : name, channels: kernel.channels }
  }

  const pad = (node: TfNode): Value => {
    const from = resolve(node.input?.[0])
    const amounts = weight(node.input?.[1]).values
    if (amounts.some((amount, at) => amount !== 0 && at !== 7))
      throw new Error(`${node.name} pads more than channels`)
    const channels = from.channels + (amounts[7] ?? 0)
    return { name: addChannels(graph, from.name, wide(from.channels), wide(channels)), channels }
  }

  const convert = (node: TfNode): Value => {
    const attributes = readAttributes(node.attr ?? {})
    if (node.op === 'Placeholder') return { name: input(), channels: 3 }
    if (/^(_FusedConv2D|Conv2D|DepthwiseConv2dNative)$/.test(node.op)) return convolve(node, attributes)
    if (node.op === 'Pad') return pad(node)
    const from = resolve(node.input?.[0])
    const same = (name: string) => ({ name, channels: from.channels })
    switch (node.op) {
      case 'AddV2':
        return same(graph.node('Add', [from.name, resolve(node.input?.[1]).name]))
      case 'Relu':
      case 'Sigmoid':
        return same(graph.node(node.op, [from.name]))
      case 'Prelu':
        return same(activate(from.name, 'Prelu', node.input?.[1]))
      case 'MaxPool':
        return same(
          graph.node('MaxPool', [from.name], {
            kernel_shape: attributes.window,
            strides: attributes.strides,
            auto_pad: attributes.padding,
          }),
        )
      case 'Identity':
        return from
      case 'Reshape':
        return same(graph.node('Transpose', [from.name], { perm: [0, 2, 3, 1] }))
      default:
        throw new Error(`${conversion.name}: operation ${node.op} is not supported`)
    }
  }

  const resolve = (name: string | undefined): Value => {
    const known = done.get(name ?? '')
    if (known) return known
    const node = nodes.get(name ?? '')
    if (!node) throw new Error(`${conversion.name}: no node called ${name}`)
    const converted = convert(node)
    done.set(node.name, converted)
    return converted
  }

  for (const output of conversion.outputs) {
    const row = output.shape.slice(1).reduce((product, size) => product * size, 1)
    const shape = output.shape.length > 1 ? [-1, row] : [-1]
    const parts = output.sources.map((source) =>
      graph.node('Reshape', [resolve(source).name, graph.integers(shape)]),
    )
    const joined = parts.length > 1 ? graph.node('Concat', parts, { axis: 0 }) : (parts[0] ?? '')
    graph.output(joined, output.name, output.shape)
  }
  return graph.finish(conversion.name)
}
