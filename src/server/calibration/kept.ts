import 'server-only'
import { z } from 'zod'
import type { Calibration } from '@/domain/face/calibration'
import type { Prisma } from '../db/generated/client'
import type { SitePerson } from './measure'

const rate = z.object({ rate: z.number(), low: z.number(), high: z.number() })
const rates = z.object({ score: z.number(), fmr: rate, fnmr: rate })
const basis = z.enum(['prior', 'blend', 'site'])

const strangers = z.object({ aId: z.string(), bId: z.string(), similarity: z.number() })
const genuine = z.object({ userId: z.string(), photoId: z.string(), similarity: z.number() })

/** What a calibration's row keeps beside its columns. The people in it stand only in the newest row of a recogniser. */
const keptSchema = z.object({
  basis,
  measured: z.boolean(),
  /** People with two photos or more, whose photos were compared with each other. */
  genuinePeople: z.number(),
  duplicate: z.number(),
  levels: z.array(z.object({ fmr: z.number(), score: z.number(), basis, supported: z.boolean() })),
  curves: z.array(rates),
  verifyRates: rates,
  sureRates: rates,
  highestStrangers: z.array(strangers),
  lowestGenuine: z.array(genuine),
})

export type KeptCurves = z.output<typeof keptSchema>

export const readKept = (json: unknown): KeptCurves => keptSchema.parse(json)

export type NewCalibration = Omit<Prisma.CalibrationUncheckedCreateInput, 'createdAt'>

/** A calibration as its row keeps it. */
export function rowOf(model: string, found: Calibration, people: readonly SitePerson[]): NewCalibration {
  const photosOf = new Map(people.map(({ id, photos }) => [id, photos]))
  const { basis, measured, genuinePeople, levels, curves, verifyRates, sureRates, thresholds } = found
  const { duplicate, ...cosines } = thresholds
  const kept: KeptCurves = {
    basis,
    measured,
    genuinePeople,
    duplicate,
    levels,
    curves,
    verifyRates,
    sureRates,
    highestStrangers: found.highestStrangers.map(({ a, b, score }) => ({
      aId: a,
      bId: b,
      similarity: score,
    })),
    lowestGenuine: found.lowestGenuine.flatMap(({ id, photo, score }) => {
      const photoId = photosOf.get(id)?.[photo]
      return photoId ? [{ userId: id, photoId, similarity: score }] : []
    }),
  }
  return {
    model,
    people: found.people,
    photos: found.photos,
    impostorPairs: found.impostorPairs,
    genuinePairs: found.genuinePairs,
    ...cosines,
    verifyFmr: found.wanted.verify,
    sureFmr: found.wanted.sure,
    curves: { ...kept },
  }
}
