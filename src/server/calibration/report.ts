import 'server-only'
import { fewestToName, identifyThreshold } from '@/domain/face/calibration'
import type { ErrorRates } from '@/domain/face/calibration-curves'
import { PEOPLE_TO_DRAW } from '@/domain/face/curve-people'
import type { WantedRates } from '@/domain/face/site-thresholds'
import type { ActorContext } from '../context/context'
import { currentCalibration } from './current'
import { readKept } from './kept'
import { extremes, reviewedClasses } from './review'
import { weeklyFailures } from './weeks'

/** The error rates without the score that they belong to. */
const rates = ({ fmr, members, fnmr }: ErrorRates) => ({ strangers: fmr, members, rightPeople: fnmr })

/** So many people at most may stand before a kiosk that names them by itself. */
function largestGallery(levels: Parameters<typeof identifyThreshold>[0]['levels'], fpir: number): number {
  let largest = 0
  for (const size of [5, 10, 20, 30, 50, 100, 200, 300, 500, 1000])
    if (identifyThreshold({ levels }, size, fpir) !== null) largest = size
  return largest
}

/** The rates that were wanted, of people who are enrolled here and of those who are not. */
const wantedBy = ({ verify, sure }: WantedRates) => ({ clockIn: verify, rollCall: sure })

/**
 * How well faces are recognised here: the error rates in force and what they rest on, the curves over how strict one
 * may be (0 to 1; no scores), whom it concerns as far as this person may see them, and what went wrong by week. The rates
 * and how many people and photos they rest on are the site's for everybody, because they explain the limits; people,
 * faces and weeks are those of a teacher's own classes.
 */
export async function report(ctx: ActorContext) {
  const classes = reviewedClasses(ctx)
  const weeks = await weeklyFailures(ctx, classes)
  const model = await ctx.recogniser()
  if (!model) return { measure: null, weeks }
  const { id } = await currentCalibration(ctx, model)
  const row = await ctx.db.calibration.findUniqueOrThrow({ where: { id } })
  const kept = readKept(row.curves)
  const [first, last] = [kept.curves[0]?.score ?? 0, kept.curves.at(-1)?.score ?? 1]
  const strictness = (score: number) => Math.min(1, Math.max(0, (score - first) / (last - first || 1)))
  return {
    measure: {
      version: row.id,
      at: row.createdAt,
      model,
      basis: kept.basis,
      measured: kept.measured,
      people: row.people,
      photos: row.photos,
      strangerPairs: row.impostorPairs,
      comparedPhotos: row.genuinePairs,
      comparedPeople: kept.genuinePeople,
      wanted: wantedBy(ctx.settings.wantedRates),
      spread: kept.spread,
      /** Whether a face that comes near the limit counts together with the code. */
      withCode: kept.thresholds.alone > kept.thresholds.withCode,
      clockIn: rates(kept.verifyRates),
      rollCall: rates(kept.sureRates),
      fewestToName: fewestToName(ctx.settings.wantedRates.fpir),
      largestGallery: largestGallery(kept.levels, ctx.settings.wantedRates.fpir),
      // Of fewer people a curve would tell of each of them, which is for administrators alone.
      curve: (classes && row.people < PEOPLE_TO_DRAW ? [] : kept.curves).map((one) => ({
        strictness: strictness(one.score),
        ...rates(one),
      })),
      marks: { clockIn: strictness(kept.thresholds.alone), rollCall: strictness(row.sure) },
      ...(await extremes(ctx, kept)),
      photosKept: ctx.settings.keepEnrolmentPhotos,
    },
    weeks,
  }
}
