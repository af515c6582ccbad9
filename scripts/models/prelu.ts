import type { OnnxGraph } from './onnx-graph'

/**
 * PReLU in operations that onnxruntime keeps in its blocked layout. Its own PRelu is slow and has every picture
 * reordered before and after. One slope for all channels: LeakyRelu, which joins the convolution before it.
 * Else, with slope a a channel: PReLU(x) = a x + (1 − a) relu(x), the products as depthwise convolutions with one weight;
 * where no a is above 1 the product goes inside the relu, which then joins its convolution.
 */
export function addPrelu(graph: OnnxGraph, value: string, slopes: Float32Array): string {
  const [slope = 0] = slopes
  if (slopes.every((each) => each === slope))
    return graph.node('LeakyRelu', [value], { alpha: { float: slope } })
  const times = (from: string, factors: Float32Array) =>
    graph.node('Conv', [from, graph.weights(factors, [factors.length, 1, 1, 1])], {
      kernel_shape: [1, 1],
      group: factors.length,
    })
  const rest = slopes.map((each) => 1 - each)
  const bent = rest.every((each) => each >= 0)
    ? graph.node('Relu', [times(value, rest)])
    : times(graph.node('Relu', [value]), rest)
  return graph.node('Add', [times(value, slopes), bent])
}
