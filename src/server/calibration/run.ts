import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { ServiceContext } from '../context/context'
import type { Calibration as CalibrationRow } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { type NewCalibration, readKept, rowOf, wantedJson, withoutPerson } from './kept'
import { forgetLookAlikes, keepLookAlikes } from './look-alikes'
import { measureSite } from './measure'

type Calibrating = Pick<ServiceContext, 'db' | 'clock' | 'settings'>

/** The newest calibration of a recogniser for the rates that are wanted now. */
export function newestCalibration(
  ctx: Pick<ServiceContext, 'settings'>,
  db: Database,
  model: string,
): Promise<CalibrationRow | null> {
  return db.calibration.findFirst({
    where: { model, score: 'COHORT', wanted: { equals: wantedJson(ctx.settings.wantedRates) } },
    orderBy: { id: 'desc' },
  })
}

/** People stand in the newest row alone, so that whoever withdraws is forgotten by changing one row. */
async function forgetPeopleOfOlder(tx: Database, model: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Calibration"
    SET curves = curves || '{"highestStrangers": [], "lowestGenuine": []}'::jsonb
    WHERE model = ${model} AND (curves -> 'lowestGenuine' <> '[]' OR curves -> 'highestStrangers' <> '[]')`
}

/** Versions are made and changed one at a time. */
async function lockCalibration(tx: Database): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('calibration', 0))::text`
}

/** Erases what calibrations keep of a person's face, or of one of their photos. */
export async function forgetInCalibrations(
  tx: Database,
  gone: { userId: string; photoId?: string | undefined },
): Promise<void> {
  await lockCalibration(tx)
  if (gone.photoId === undefined) await forgetLookAlikes(tx, gone.userId)
  // By the index alone: `distinct` of a query would read every version with its curves.
  const models = await tx.calibration.groupBy({ by: ['model'], _max: { id: true } })
  const newest = await tx.calibration.findMany({
    where: { id: { in: models.flatMap(({ _max }) => _max.id ?? []) } },
    select: { id: true, curves: true },
  })
  for (const { id, curves } of newest) {
    await tx.calibration.update({ where: { id }, data: { curves: withoutPerson(curves, gone) } })
  }
}

const counted = ['people', 'photos', 'impostorPairs', 'genuinePairs'] as const
const decisive = ['verify', 'sure', 'likely', 'margin'] as const

/** Whether a version says just what was measured now, down to its curves and the photos that it names. */
function isSame(last: CalibrationRow, row: NewCalibration): boolean {
  return (
    [...counted, ...decisive].every((key) => last[key] === row[key]) &&
    isDeepStrictEqual(readKept(last.curves), readKept(JSON.parse(JSON.stringify(row.curves))))
  )
}

/**
 * Measures this site's people anew and keeps the result as the version that decides from now on. Where nothing has
 * changed since the last version, that one stays.
 */
export async function runCalibration(ctx: Calibrating, model: string): Promise<CalibrationRow> {
  const { found, people } = await measureSite(ctx, model)
  return ctx.db.$transaction(async (tx) => {
    await lockCalibration(tx)
    const now = ctx.clock()
    // Whoever withdrew while the pairs were counted is not written down again.
    const here = await tx.user.findMany({
      where: { templates: { some: { model } } },
      select: { id: true, templates: { where: { model }, select: { photoId: true } } },
    })
    const photos = new Set(here.flatMap(({ templates }) => templates.map(({ photoId }) => photoId)))
    const ids = new Set(here.map(({ id }) => id))
    const both = ({ a, b }: { a: string; b: string }) => ids.has(a) && ids.has(b)
    const row = rowOf(
      model,
      {
        ...found,
        highestStrangers: found.highestStrangers.filter(both),
        lowestGenuine: found.lowestGenuine.filter(({ id, photo }) =>
          photos.has(people.find((person) => person.id === id)?.photos[photo] ?? ''),
        ),
      },
      people,
    )
    const compared = new Set(people.map(({ id }) => id))
    await keepLookAlikes(tx, { model, pairs: found.lookAlikes.filter(both), enrolled: ids, compared, now })
    const last = await newestCalibration(ctx, tx, model)
    if (last && isSame(last, row)) return last
    await forgetPeopleOfOlder(tx, model)
    return tx.calibration.create({ data: { ...row, createdAt: now } })
  }, TIMES)
}

const TIMES = { maxWait: 10_000, timeout: 30_000 }
