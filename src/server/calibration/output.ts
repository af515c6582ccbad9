import 'server-only'
import { z } from 'zod'

const rate = z.object({ rate: z.number(), low: z.number(), high: z.number() })
const rates = { strangers: rate, members: rate, rightPeople: rate }
const ratesOutput = z.object(rates)
const wanted = z.object({ member: z.number(), outsider: z.number() })
const face = z.object({ name: z.string(), photoId: z.uuid().nullable() })
const pair = { key: z.string(), faces: z.tuple([face, face]) }

/** Error rates and how they came about, over how strict one may be from 0 to 1: no scores. */
const measure = z.object({
  version: z.int(),
  at: z.date(),
  model: z.string(),
  basis: z.enum(['prior', 'blend', 'site']),
  measured: z.boolean(),
  people: z.int(),
  photos: z.int(),
  strangerPairs: z.int(),
  comparedPhotos: z.int(),
  comparedPeople: z.int(),
  wanted: z.object({ clockIn: wanted, rollCall: wanted }),
  spread: z.object({ raw: z.number(), corrected: z.number() }),
  withCode: z.boolean(),
  clockIn: ratesOutput,
  rollCall: ratesOutput,
  fewestToName: z.number(),
  largestGallery: z.int(),
  curve: z.array(z.object({ strictness: z.number(), ...rates })),
  marks: z.object({ clockIn: z.number(), rollCall: z.number() }),
  strangers: z.array(z.object({ ...pair, lookAlikes: z.boolean() })),
  genuine: z.array(z.object({ ...pair, refused: z.boolean() })),
  photosKept: z.boolean(),
})

const week = z.object({
  from: z.date(),
  /** Null for a teacher, whose classes it is told of alone. */
  pictures: z.int().nullable(),
  notEnrolled: z.int().nullable(),
  checks: z.int(),
  unusable: z.int(),
  refused: z.int(),
})

export const reportOutput = z.object({ measure: measure.nullable(), weeks: z.array(week) })
