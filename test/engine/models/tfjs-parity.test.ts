import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { converter, startTfjs, tf } from '../../../scripts/bench/tfjs-wasm'
import type { TfGraphModel } from '../../../scripts/models/tfjs-to-onnx'
import { noisePixels, photoPixels, relativeDifference, runOnnx } from './comparison'

const folder = resolve('node_modules/@vladmandic/human/models')

async function runSource(name: string, pixels: Tensor4D, outputs: string[]): Promise<Float32Array[]> {
  const { modelTopology, weightsManifest } = JSON.parse(
    await readFile(`${folder}/${name}.json`, 'utf8'),
  ) as TfGraphModel
  const bytes = await readFile(`${folder}/${name}.bin`)
  const model = await converter.loadGraphModel(
    fromMemory({ modelTopology, weightsManifest }, new Uint8Array(bytes)),
  )
  const results = model.execute(pixels, outputs) as Tensor[]
  return Promise.all(results.map((each) => each.data() as Promise<Float32Array>))
}

function fromMemory(model: TfGraphModel, weights: Uint8Array) {
  return tf.io.fromMemory({
    modelTopology: model.modelTopology,
    weightSpecs: model.weightsManifest.flatMap((group) => group.weights) as never,
    weightData: weights.buffer as ArrayBuffer,
  })
}

const join = (parts: Float32Array[]) => Float32Array.from(parts.flatMap((part) => [...part]))

describe.each([
  ['a photo', photoPixels],
  ['noise', async (size: number) => noisePixels(size)],
])('on %s', (_, pixelsOf) => {
  beforeAll(async () => {
    await startTfjs()
  })

  it('BlazeFace finds with onnxruntime what it finds with tfjs', async () => {
    const pixels = await pixelsOf(256)
    const normal = tf.sub(tf.div(tf.tensor4d(pixels, [1, 256, 256, 3], 'float32'), 127.5), 1) as Tensor4D
    const source = await runSource('blazeface', normal, [
      'Identity',
      'Identity_1',
      'Identity_2',
      'Identity_3',
    ])
    const { logits, boxes } = await runOnnx('blazeface', pixels)
    expect(relativeDifference(logits, join(source.slice(0, 2)))).toBeLessThan(1e-3)
    expect(relativeDifference(boxes, join(source.slice(2)))).toBeLessThan(1e-3)
  })

  it('FaceMesh places points with onnxruntime where it places them with tfjs', async () => {
    const pixels = await pixelsOf(192)
    const normal = tf.div(tf.tensor4d(pixels, [1, 192, 192, 3], 'float32'), 255) as Tensor4D
    const trunk = 'StatefulPartitionedCall/model_1/p_re_lu_15/Relu'
    const source = await runSource('facemesh', normal, ['Identity_2', 'Identity_1', trunk])
    const { points, score, features } = await runOnnx('facemesh', pixels)
    // tfjs has the channels last.
    const trunkOf = (i: number) => source[2]?.[(i % 36) * 128 + Math.floor(i / 36)] ?? Number.NaN
    const channelsFirst = Float32Array.from({ length: 128 * 36 }, (_, i) => trunkOf(i))
    expect(relativeDifference(features, channelsFirst)).toBeLessThan(1e-3)
    expect(relativeDifference(points, source[0] ?? new Float32Array())).toBeLessThan(1e-3)
    expect(score?.[0]).toBeCloseTo(source[1]?.[0] ?? Number.NaN, 4)
  })
})
