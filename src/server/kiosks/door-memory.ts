import 'server-only'
import { z } from 'zod'
import type { Track } from '@/domain/face/tracks'
import type { KioskContext } from '../context/context'
import { open, seal } from '../crypto/seal'
import { vectorBytes, vectorFrom } from '../crypto/vector'
import type { Occasions } from '../face-checks/occasion'

/** After so long without a frame everybody has walked on. */
const KEPT_SECONDS = 10
/** Twelve people with five looks each of a recogniser of 512 numbers are a third as long. */
export const MEMORY_LENGTH = 700_000

/** Somebody who was greeted here a moment ago, and is not greeted again. */
export interface Greeted {
  userId: string
  firstName: string
  /** Milliseconds since 1970. */
  at: number
}

/** What one frame leaves for the next one. */
export interface DoorMemory {
  tracks: Track[]
  nextId: number
  greeted: Greeted[]
  /** Those of a memory that is too old. */
  gone?: Track[]
}

const nothing: DoorMemory = { tracks: [], nextId: 1, greeted: [] }

const vectorSchema = z.string().transform((text) => vectorFrom(Buffer.from(text, 'base64')))

const number = z.number()

const memorySchema = z.object({
  place: z.string(),
  until: number,
  nextId: number,
  greeted: z.array(z.object({ userId: z.string(), firstName: z.string(), at: number })),
  tracks: z.array(
    z.object({
      id: number,
      box: z.object({ x: number, y: number, width: number, height: number }),
      missed: number,
      verdict: z
        .union([
          z.object({ kind: z.literal('known'), userId: z.string() }),
          z.object({ kind: z.literal('unsure') }),
        ])
        .nullable(),
      looks: z.array(z.object({ vector: vectorSchema, live: number.nullable() })),
    }),
  ),
})

const labelOf = (ctx: KioskContext) => `door:${ctx.kiosk.id}`

/** What the memory belongs to besides the kiosk: another session or recogniser begins anew. */
interface Place {
  occasion: Occasions['session']
  model: string
}

const placeOf = ({ occasion, model }: Place) => `${occasion.sessionId} ${model}`

const written = (vector: Float32Array) => vectorBytes(vector).toString('base64')

/**
 * What the kiosk brings with its next frame, so that any process of the app can go on: sealed, because vectors are in
 * it, readable for no one but the server and good for a few seconds.
 */
export function sealMemory(ctx: KioskContext, place: Place, { gone, ...memory }: DoorMemory): string {
  const tracks = memory.tracks.map((track) => ({
    ...track,
    looks: track.looks.map(({ vector, live }) => ({ vector: written(vector), live })),
  }))
  const until = ctx.clock().getTime() + KEPT_SECONDS * 1000
  const plain = JSON.stringify({ ...memory, tracks, place: placeOf(place), until })
  return Buffer.from(seal(ctx.settings.faceKey, labelOf(ctx), Buffer.from(plain))).toString('base64')
}

/** Opens what this kiosk was given with its last frame; nobody is followed on where it is none of this, or too old. */
export function openMemory(ctx: KioskContext, place: Place, sealed: string | undefined): DoorMemory {
  if (!sealed) return nothing
  try {
    const plain = open(ctx.settings.faceKey, labelOf(ctx), Buffer.from(sealed, 'base64'))
    const { until, place: belongs, ...memory } = memorySchema.parse(JSON.parse(plain.toString()))
    if (belongs !== placeOf(place)) return nothing
    return until >= ctx.clock().getTime() ? memory : { ...nothing, gone: memory.tracks }
  } catch {
    return nothing
  }
}
