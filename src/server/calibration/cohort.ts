import 'server-only'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { AppError } from '@/domain/errors'
import { type Cohort, dropMember, emptyCohort, putMember } from '@/domain/face/cohort'
import { meanTemplate } from '@/domain/face/matching'
import { facesTopic } from '@/domain/live'
import { photosOf, vectorsInUse } from '../biometrics/gallery'
import type { ServiceContext } from '../context/context'
import type { Database } from '../db/prisma'
import type { LiveBus } from '../live/bus'

type Using = Pick<ServiceContext, 'db' | 'live' | 'settings'>

/** The people of the site as this process keeps them in memory, and of which photos each template was made. */
interface Held {
  cohort: Cohort
  photos: Map<string, string>
  /** Whose faces changed since they were read. */
  changed: Set<string>
  /** Until the bus listens, changes might go unheard. */
  heard: Promise<unknown>
  /** The calibration whose people these are, and when they were last compared with the database. */
  calibrationId: number | null
  readAt: number
  reading: Promise<void> | null
}

/** Whoever came without a word is taken in after so many milliseconds at the latest. */
const READ_AGAIN_MS = 5 * 60_000
const PEOPLE_AT_A_TIME = 200
/** A bus that cannot listen keeps nobody from clocking in: the database is asked after every comparison anyway. */
const HEARD_MS = 2000
/** How often faces may change while they are being compared. */
const TRIES = 5

const shared = globalThis as typeof globalThis & {
  clockfaceCohorts?: WeakMap<LiveBus, Map<string, Held>>
}

/** Kept on globalThis so that Next’s copies of this module share one memory, beside the bus that tells it who changed. */
function heldBy(ctx: Using, model: string): Held {
  shared.clockfaceCohorts ??= new WeakMap()
  const models = shared.clockfaceCohorts.get(ctx.live) ?? new Map<string, Held>()
  shared.clockfaceCohorts.set(ctx.live, models)
  const known = models.get(model)
  if (known) return known
  const held: Held = {
    cohort: emptyCohort(),
    photos: new Map(),
    changed: new Set(),
    heard: Promise.resolve(),
    calibrationId: null,
    readAt: Number.NEGATIVE_INFINITY,
    reading: null,
  }
  models.set(model, held)
  // Whoever withdraws leaves the memory of every process at once, not only when they would next be compared.
  const { heard } = ctx.live.subscribe([facesTopic], ({ payload }) => {
    if (payload.type !== 'faces.changed') return
    forget(held, payload.userId)
    held.changed.add(payload.userId)
  })
  held.heard = Promise.race([heard, setTimeout(HEARD_MS, undefined, { ref: false })])
  return held
}

function forget({ cohort, photos }: Held, userId: string): void {
  dropMember(cohort, userId)
  photos.delete(userId)
}

/** Whether this process holds a template of somebody. */
export function holdsTemplateOf(ctx: Using, model: string, userId: string): boolean {
  return heldBy(ctx, model).cohort.rows.has(userId)
}

/** Makes of these people what the database says at this moment. */
async function readPeople(ctx: Using, db: Database, model: string, held: Held, ids: string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += PEOPLE_AT_A_TIME) {
    const some = ids.slice(i, i + PEOPLE_AT_A_TIME)
    const people = await vectorsInUse(ctx, db, model, some)
    for (const id of some) forget(held, id)
    for (const { id, vectors, photos } of people) {
      // What was read may be over by now: they are read again.
      if (held.changed.has(id)) continue
      putMember(held.cohort, { id, template: meanTemplate(vectors) })
      held.photos.set(id, photos.join(''))
    }
    if (i + PEOPLE_AT_A_TIME < ids.length) await setImmediate()
  }
}

/** Of these people (or all) whoever is not as they are held. */
async function differing(db: Database, model: string, { photos }: Held, ids?: string[]): Promise<string[]> {
  const now = await photosOf(db, model, 'in use', ids)
  const known = ids ?? [...new Set([...now.keys(), ...photos.keys()])]
  return known.filter((id) => now.get(id) !== photos.get(id))
}

async function bringUpToDate(ctx: Using, { model, calibrationId }: CohortSource, held: Held) {
  // Not in the transaction that asks: what it reads is kept for everybody.
  const { db } = ctx
  const all = held.calibrationId !== calibrationId || performance.now() - held.readAt > READ_AGAIN_MS
  await held.heard
  const changed = [...held.changed]
  held.changed.clear()
  try {
    await readPeople(ctx, db, model, held, changed)
  } catch (error) {
    for (const id of changed) held.changed.add(id)
    throw error
  }
  if (!all) return
  await readPeople(ctx, db, model, held, await differing(db, model, held))
  held.calibrationId = calibrationId
  held.readAt = performance.now()
}

export interface CohortSource {
  /** The transaction, where there is one: in it is asked whether everybody may still be compared. */
  db: Database
  model: string
  /** The version that decides: where it is another than before, people may have come. */
  calibrationId: number
}

/**
 * Compares faces with the people of the site. Whose templates had a part in it is asked of the database afterwards: had
 * one of them withdrawn, been switched off or got other photos, everything is compared anew without it, so that from
 * that moment on nobody's face has any influence on a score.
 * @param compare is also told of which photos each template was made, as `photosOf` does
 */
export async function withCohort<Result>(
  ctx: Using,
  source: CohortSource,
  compare: (cohort: Cohort, photos: ReadonlyMap<string, string>) => Result,
): Promise<Result> {
  const held = heldBy(ctx, source.model)
  for (let tried = 0; tried < TRIES; tried++) {
    // What goes wrong for another request is that one's to tell.
    while (held.reading) await held.reading.catch(() => undefined)
    held.reading = bringUpToDate(ctx, source, held).finally(() => {
      held.reading = null
    })
    await held.reading
    const seen = new Set<string>()
    const result = compare({ ...held.cohort, seen }, held.photos)
    const stale = await differing(source.db, source.model, held, [...seen])
    if (stale.length === 0) return result
    for (const id of stale) {
      forget(held, id)
      held.changed.add(id)
    }
    // Nobody told of them, so there may be more.
    held.readAt = Number.NEGATIVE_INFINITY
  }
  throw new AppError('face.busy')
}
