import { createGraph } from './onnx-graph'
import { type IrLayer, numbers, readIr } from './openvino-reader'
import { addPrelu } from './prelu'
import { widenFloat16 } from './tfjs-weights'

/**
 * Turns an OpenVINO IR (version 11, FP16 weights) into ONNX with float32 weights: the operations
 * face-reidentification-retail-0095 is made of. The source takes BGR; the first product and sum and the first
 * convolution are turned round so that the ONNX model takes RGB like the others.
 */
export function convertIr(name: string, xml: string, weightFile: Uint8Array): Uint8Array {
  const graph = createGraph()
  const model = readIr(xml)
  const layers = new Map(model.layers.map((layer) => [layer.id, layer]))
  const done = new Map<string, string>()

  const sources = (layer: IrLayer): IrLayer[] =>
    (model.inputs.get(layer.id) ?? []).map((id) => {
      const source = layers.get(id)
      if (!source) throw new Error(`${name}: layer ${layer.name} has no source ${id}`)
      return source
    })

  /** The weights behind a layer: a Const, or the Convert that widens it. */
  const constant = (layer: IrLayer | undefined): { shape: number[]; values: Float32Array } | undefined => {
    if (layer?.type === 'Convert') return constant(sources(layer)[0])
    if (layer?.type !== 'Const') return undefined
    if (layer.data.element_type !== 'f16')
      throw new Error(`${name}: ${layer.name} is ${layer.data.element_type}`)
    const offset = Number(layer.data.offset)
    const raw = weightFile.subarray(offset, offset + Number(layer.data.size))
    return { shape: numbers(layer.data.shape), values: widenFloat16(raw) }
  }

  const operand = (layer: IrLayer | undefined): string => {
    const weights = constant(layer)
    if (!weights) return value(layer)
    const isColour = weights.shape.join() === '1,3,1,1'
    return graph.weights(isColour ? weights.values.toReversed() : weights.values, weights.shape)
  }

  const convolve = (layer: IrLayer): string => {
    const [from, kernelLayer] = sources(layer)
    const kernel = constant(kernelLayer)
    if (!kernel) throw new Error(`${name}: ${layer.name} has no constant kernel`)
    const grouped = layer.type === 'GroupConvolution'
    const group = grouped ? (kernel.shape[0] ?? 1) : 1
    // A grouped kernel has the groups in front: G, O / G, I / G, H, W.
    const shape = grouped ? [group * (kernel.shape[1] ?? 1), ...kernel.shape.slice(2)] : kernel.shape
    const values = shape[1] === 3 ? redFirst(kernel.values, shape) : kernel.values
    return graph.node('Conv', [value(from), graph.weights(values, shape)], {
      kernel_shape: shape.slice(2),
      strides: numbers(layer.data.strides),
      group,
      pads: [...numbers(layer.data.pads_begin), ...numbers(layer.data.pads_end)],
    })
  }

  const pool = (layer: IrLayer): string => {
    const [from] = sources(layer)
    const kernel = numbers(layer.data.kernel)
    if (from?.shape.slice(2).join() !== kernel.join())
      throw new Error(`${name}: ${layer.name} is not a global mean`)
    return graph.node('GlobalAveragePool', [value(from)])
  }

  const convert = (layer: IrLayer): string => {
    const [first, second] = sources(layer)
    switch (layer.type) {
      case 'Parameter':
        return graph.input('pixels', 'float32', numbers(layer.data.shape))
      case 'Convolution':
      case 'GroupConvolution':
        return convolve(layer)
      case 'PReLU': {
        const slopes = constant(second)
        if (!slopes) throw new Error(`${name}: ${layer.name} has no constant slopes`)
        return addPrelu(graph, value(first), slopes.values)
      }
      case 'Add':
        return graph.node('Add', [operand(first), operand(second)])
      case 'Multiply':
        return graph.node('Mul', [operand(first), operand(second)])
      case 'Sigmoid':
        return graph.node('Sigmoid', [value(first)])
      case 'AvgPool':
        return pool(layer)
      default:
        throw new Error(`${name}: operation ${layer.type} is not supported`)
    }
  }

  const value = (layer: IrLayer | undefined): string => {
    if (!layer) throw new Error(`${name}: an input is missing`)
    const known = done.get(layer.id)
    if (known) return known
    const converted = convert(layer)
    done.set(layer.id, converted)
    return converted
  }

  const result = model.layers.find((layer) => layer.type === 'Result')
  const last = result && sources(result)[0]
  const vector = graph.node('Reshape', [value(last), graph.integers([-1])])
  graph.output(vector, 'vector', [last?.shape[1] ?? 0])
  return graph.finish(name)
}

/** Turns the three input channels of a kernel (O, 3, H, W) round, blue first to red first. */
function redFirst(values: Float32Array, shape: number[]): Float32Array {
  const area = (shape[2] ?? 1) * (shape[3] ?? 1)
  return values.map((_, at) => {
    const channel = Math.floor(at / area) % 3
    return values[at + (2 - 2 * channel) * area] ?? 0
  })
}
