import { addChannels } from './kernels'
import { createGraph } from './onnx-graph'
import { readWeights, type WeightSpec } from './tfjs-weights'

const SIZE = 150
const MEAN_RGB = [122.782, 117.001, 104.298]

/**
 * dlib's face recognition ResNet (`dlib_face_recognition_resnet_model_v1`) from the weights in face-api's package; the
 * graph follows its src/faceRecognitionNet. The scale after each convolution and the normalisation of the input
 * (RGB 0..255, less the mean, by 255) are folded into the convolutions' weights: the first one has no padding, so
 * this is exact.
 */
export function convertDlib(specs: readonly WeightSpec[], weightFile: Uint8Array): Uint8Array {
  const graph = createGraph()
  const weights = readWeights(specs, weightFile)

  const read = (name: string) => {
    const found = weights.get(name)
    if (!found) throw new Error(`dlib-resnet: no weights called ${name}`)
    return found
  }

  /** One convolution with its scale: (w ∗ x + b) × s + β = (w × s) ∗ x + (b × s + β). */
  const convolve = (from: string, prefix: string, stride: number, pad: number, pixels = false) => {
    const { shape, values } = read(`${prefix}/conv/filters`)
    const [height = 0, width = 0, inputs = 0, outputs = 0] = shape
    const area = height * width
    const kernel = new Float32Array(values.length)
    const bias = new Float32Array(outputs)
    for (let o = 0; o < outputs; o++) {
      const scale = read(`${prefix}/scale/weights`).values[o] ?? 0
      let shift = (read(`${prefix}/conv/bias`).values[o] ?? 0) * scale
      for (let i = 0; i < inputs; i++) {
        for (let at = 0; at < area; at++) {
          const weight = (values[(at * inputs + i) * outputs + o] ?? 0) * (pixels ? scale / 255 : scale)
          kernel[(o * inputs + i) * area + at] = weight
          if (pixels) shift -= weight * (MEAN_RGB[i] ?? 0)
        }
      }
      bias[o] = shift + (read(`${prefix}/scale/biases`).values[o] ?? 0)
    }
    return graph.node(
      'Conv',
      [from, graph.weights(kernel, [outputs, inputs, height, width]), graph.weights(bias, [outputs])],
      {
        kernel_shape: [height, width],
        strides: [stride, stride],
        pads: [pad, pad, pad, pad],
      },
    )
  }
  const relu = (from: string) => graph.node('Relu', [from])
  const add = (a: string, b: string) => relu(graph.node('Add', [a, b]))
  /** An empty row below and an empty column to the right. */
  const addEdge = (from: string) => graph.node('Pad', [from, graph.integers([0, 0, 0, 0, 0, 0, 1, 1])])

  const residual = (from: string, prefix: string) => {
    const first = relu(convolve(from, `${prefix}/conv1`, 1, 1))
    return add(convolve(first, `${prefix}/conv2`, 1, 1), from)
  }

  /** Halves the picture; the pooled shortcut is filled up with empty channels, an odd convolved side with an edge. */
  const down = (from: string, prefix: string, inputs: number, outputs: number, odd = false) => {
    const first = relu(convolve(from, `${prefix}/conv1`, 2, 0))
    const second = convolve(first, `${prefix}/conv2`, 1, 1)
    const pooled = graph.node('AveragePool', [from], { kernel_shape: [2, 2], strides: [2, 2] })
    return add(addChannels(graph, pooled, inputs, outputs), odd ? addEdge(second) : second)
  }

  let value = relu(convolve(graph.input('pixels', 'float32', [1, 3, SIZE, SIZE]), 'conv32_down', 2, 0, true))
  value = graph.node('MaxPool', [value], { kernel_shape: [3, 3], strides: [2, 2] })
  for (const name of ['conv32_1', 'conv32_2', 'conv32_3']) value = residual(value, name)
  value = down(value, 'conv64_down', 32, 64)
  for (const name of ['conv64_1', 'conv64_2', 'conv64_3']) value = residual(value, name)
  value = down(value, 'conv128_down', 64, 128)
  for (const name of ['conv128_1', 'conv128_2']) value = residual(value, name)
  value = down(value, 'conv256_down', 128, 256, true)
  for (const name of ['conv256_1', 'conv256_2']) value = residual(value, name)
  value = down(value, 'conv256_down_out', 256, 256, true)

  const mean = graph.node('Flatten', [graph.node('GlobalAveragePool', [value])])
  const { shape, values } = read('fc')
  const vector = graph.node('MatMul', [mean, graph.weights(Float32Array.from(values), shape)])
  graph.output(graph.node('Reshape', [vector, graph.integers([-1])]), 'vector', [128])
  return graph.finish('dlib-resnet')
}
