import 'server-only'
import { z } from 'zod'
import type { Calibration } from '@/domain/face/calibration'
import type { WantedRates } from '@/domain/face/site-thresholds'
import type { SitePerson } from '../biometrics/gallery'
import type { Prisma } from '../db/generated/client'

const rate = z.object({ rate: z.number(), low: z.number(), high: z.number() })
const rates = z.object({ score: z.number(), fmr: rate, members: rate, fnmr: rate })
const basis = z.enum(['prior', 'blend', 'site'])

const strangers = z.object({
  aId: z.string(),
  bId: z.string(),
  similarity: z.number(),
  lookAlikes: z.boolean(),
})
const genuine = z.object({
  userId: z.string(),
  photoId: z.string(),
  similarity: z.number(),
  /** Whether a picture like this one would be asked for again. */
  refused: z.boolean(),
})

/** More than two shares can take together. */
const ALL = 2

const thresholds = z.object({
  weight: z.number(),
  /** Versions from before this was limited subtracted all: two shares and a weight below 1. */
  most: z.number().default(ALL),
  least: z.number(),
  lead: z.number(),
  margin: z.number(),
  withCode: z.number(),
  alone: z.number(),
  signIn: z.number(),
  sure: z.number(),
  likely: z.number(),
  duplicate: z.number(),
  sameFace: z.number(),
})

/** Versions of before call `withCode` by the name of its column. */
function ofToday(json: unknown): unknown {
  const named = z.looseObject({ verify: z.number() }).safeParse(json)
  return named.success ? { withCode: named.data.verify, ...named.data } : json
}

/** What a calibration's row keeps beside its columns. The people in it stand only in the newest row of a recogniser. */
const keptSchema = z.object({
  basis,
  measured: z.boolean(),
  /** People with two photos or more, whose photos were compared with each other. */
  genuinePeople: z.number(),
  thresholds: z.preprocess(ofToday, thresholds),
  spread: z.object({ raw: z.number(), corrected: z.number() }),
  levels: z.array(z.object({ fmr: z.number(), score: z.number(), basis, supported: z.boolean() })),
  curves: z.array(rates),
  verifyRates: rates,
  sureRates: rates,
  highestStrangers: z.array(strangers),
  lowestGenuine: z.array(genuine),
})

export type KeptCurves = z.output<typeof keptSchema>

/** Whom a row names, of whatever version it is; everything else stays as it was. */
const namesSchema = z.looseObject({
  highestStrangers: z.array(z.looseObject({ aId: z.string(), bId: z.string() })),
  lowestGenuine: z.array(z.looseObject({ userId: z.string(), photoId: z.string() })),
})

/** The row without somebody, or without one photo of theirs. */
export function withoutPerson(
  json: unknown,
  { userId, photoId }: { userId: string; photoId?: string | undefined },
) {
  const kept = namesSchema.parse(json)
  const lowestGenuine = kept.lowestGenuine.filter((one) =>
    photoId ? one.photoId !== photoId : one.userId !== userId,
  )
  const highestStrangers = kept.highestStrangers.filter(
    ({ aId, bId }) => photoId !== undefined || (aId !== userId && bId !== userId),
  )
  return JSON.parse(JSON.stringify({ ...kept, lowestGenuine, highestStrangers }))
}

export const readKept = (json: unknown): KeptCurves => keptSchema.parse(json)

export type NewCalibration = Omit<Prisma.CalibrationUncheckedCreateInput, 'createdAt'>

/** The wanted rates as a row keeps them and is found by. */
export const wantedJson = ({ verify, signIn, sure, fpir }: WantedRates) => ({
  verify: { ...verify },
  signIn: { ...signIn },
  sure: { ...sure },
  fpir,
})

/** A calibration as its row keeps it. */
export function rowOf(model: string, found: Calibration, people: readonly SitePerson[]): NewCalibration {
  const photosOf = new Map(people.map(({ id, photos }) => [id, photos]))
  const { basis, measured, genuinePeople, levels, curves, verifyRates, sureRates, thresholds, spread } = found
  const { withCode, sure, likely, margin } = thresholds
  const kept: KeptCurves = {
    basis,
    measured,
    genuinePeople,
    thresholds,
    spread,
    levels,
    curves,
    verifyRates,
    sureRates,
    highestStrangers: found.highestStrangers.map(({ a, b, score, lookAlikes }) => ({
      aId: a,
      bId: b,
      similarity: score,
      lookAlikes,
    })),
    lowestGenuine: found.lowestGenuine.flatMap(({ id, photo, score, refused }) => {
      const photoId = photosOf.get(id)?.[photo]
      return photoId ? [{ userId: id, photoId, similarity: score, refused }] : []
    }),
  }
  return {
    model,
    people: found.people,
    photos: found.photos,
    impostorPairs: found.impostorPairs,
    genuinePairs: found.genuinePairs,
    score: 'COHORT',
    verify: withCode,
    sure,
    likely,
    margin,
    wanted: wantedJson(found.wanted),
    verifyFmr: found.wanted.verify.member,
    sureFmr: found.wanted.sure.member,
    curves: { ...kept },
  }
}
