import { beforeAll, describe, expect, it } from 'vitest'
import { type FaceApi, faceApiModels, startFaceApi } from '../../../scripts/bench/face-api'
import { tf } from '../../../scripts/bench/tfjs-wasm'
import { noisePixels, photoPixels, relativeDifference, runOnnx } from './comparison'

const SIZE = 150

describe("dlib's ResNet", () => {
  let faceApi: FaceApi

  beforeAll(async () => {
    faceApi = await startFaceApi()
    await faceApi.nets.faceRecognitionNet.loadFromDisk(faceApiModels)
  })

  it.each([
    ['a photo', photoPixels],
    ['noise', async (size: number) => noisePixels(size)],
  ])('gives the vector of face-api for %s', async (_, pixelsOf) => {
    const pixels = await pixelsOf(SIZE)
    const source = await faceApi.nets.faceRecognitionNet.forward(
      tf.tensor3d(pixels, [SIZE, SIZE, 3], 'float32'),
    )
    const { vector } = await runOnnx('dlib-resnet', pixels)
    expect(relativeDifference(vector, (await source.data()) as Float32Array)).toBeLessThan(1e-3)
  })
})
