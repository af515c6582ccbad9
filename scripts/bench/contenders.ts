import sharp from 'sharp'
import { type Contender, cpuSince } from './timings'

export const contenderNames = ['clockface', 'human', 'face-api'] as const
export type ContenderName = (typeof contenderNames)[number]

/** Both peers take tensors; sharp is the quickest decoder that a user of theirs has in Node. */
async function rgb(jpeg: Buffer) {
  const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, shape: [info.height, info.width, 3] as [number, number, number] }
}

/** Loads one contender; each lives in a process of its own. */
export async function startContender(name: ContenderName): Promise<Contender> {
  sharp.concurrency(1)
  sharp.cache(false)
  if (name === 'clockface') return (await import('./clockface')).startClockface()
  const { tf } = await import('./tfjs-wasm')
  const findVector = name === 'human' ? await vectorByHuman() : await vectorByFaceApi()
  return {
    async time(jpeg) {
      const start = performance.now()
      const used = process.cpuUsage()
      const { data, shape } = await rgb(jpeg)
      const picture = tf.tensor3d(data, shape, 'int32')
      const found = await findVector(picture)
      tf.dispose(picture)
      return found ? { total: performance.now() - start, cpu: cpuSince(used) } : undefined
    },
  }
}

async function vectorByHuman() {
  const { startHuman } = await import('./human')
  const human = await startHuman()
  return async (picture: Parameters<typeof human.detect>[0]) => {
    const { face } = await human.detect(picture)
    return Boolean(face[0]?.embedding?.length)
  }
}

async function vectorByFaceApi() {
  const { faceApiModels, startFaceApi } = await import('./face-api')
  const faceApi = await startFaceApi()
  const { ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet } = faceApi.nets
  for (const net of [ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet])
    await net.loadFromDisk(faceApiModels)
  const options = new faceApi.SsdMobilenetv1Options()
  return async (picture: Parameters<typeof faceApi.detectSingleFace>[0]) => {
    const face = await faceApi.detectSingleFace(picture, options).withFaceLandmarks().withFaceDescriptor()
    return Boolean(face?.descriptor.length)
  }
}
