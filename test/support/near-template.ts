import { unit } from '@/domain/face/matching'
import { sealVector } from '@/server/biometrics/templates'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>

export async function vectorOf(world: World, picture: Blob): Promise<Float32Array> {
  const engine = await world.context().faceEngine()
  const seen = await engine.readSelfie(new Uint8Array(await picture.arrayBuffer()))
  if (!seen.ok) throw new Error(seen.problem)
  return unit(seen.selfie.vector)
}

/**
 * The unit vector whose cosine with the first is as wanted, on the side of the second: the further the second lies from
 * the first, the nearer they come.
 */
export function vectorAt(cosine: number, first: Float32Array, second: Float32Array): Float32Array {
  const shared = first.reduce((sum, value, i) => sum + value * (second[i] as number), 0)
  const across = unit(second.map((value, i) => value - shared * (first[i] as number)))
  const sine = Math.sqrt(1 - cosine * cosine)
  return unit(first.map((value, i) => cosine * value + sine * (across[i] as number)))
}

export async function setTemplates(world: World, vector: Float32Array): Promise<void> {
  const rows = await world.db.template.findMany({ select: { id: true, photoId: true } })
  for (const { id, photoId } of rows)
    await world.db.template.update({
      where: { id },
      data: { vector: sealVector(world.context(), photoId, vector) },
    })
}
