import * as ort from 'onnxruntime-node'
import { expect, it } from 'vitest'
import { createGraph } from '../../../scripts/models/onnx-graph'
import { addPrelu } from '../../../scripts/models/prelu'

it.each([
  ['one slope for all channels', [0.25, 0.25, 0.25]],
  ['one slope above 1', [7.5, 7.5, 7.5]],
  ['a slope for each channel, none above 1', [0.1, -2, 1]],
  ['a slope for each channel, one above 1', [0.1, 1.3, -0.5]],
])('PReLU in other operations gives what PReLU gives: %s', async (_, slopes) => {
  const graph = createGraph()
  const input = graph.input('x', 'float32', [1, 3, 1, 4])
  graph.output(addPrelu(graph, input, Float32Array.from(slopes)), 'y', [1, 3, 1, 4])
  const session = await ort.InferenceSession.create(graph.finish('prelu'))
  const row = [-3, -0.5, 0, 2]
  const values = Float32Array.from([...row, ...row, ...row])
  const { y } = await session.run({ x: new ort.Tensor('float32', values, [1, 3, 1, 4]) })
  const expected = slopes.flatMap((slope) => row.map((value) => (value < 0 ? value * slope : value)))
  for (const [at, value] of expected.entries()) expect(y?.data[at]).toBeCloseTo(value, 5)
})
