import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { ServiceContext } from '../context/context'
import type { Database } from '../db/prisma'

/** So long the same key gets the same answer. */
export const KEPT_MS = 24 * 60 * 60 * 1000
/** So long whoever does a write may be silent: a process that ended in the middle holds its key no longer. */
export const LEASE_MS = 30_000

/** Stands in the place of an answer that is told no more: that the write was done is kept. */
export const WITHHELD = 410

export interface Answer {
  status: number
  /** JSON, as it is sent; null for an answer without a body. */
  body: string | null
}

/** A write as its sender named it. */
export interface NamedWrite {
  operation: string
  key: string
  /** Keyed hash of everything that was sent, of which nothing else is kept. */
  fingerprint: Buffer
}

type Asking = Pick<ServiceContext, 'db' | 'clock' | 'actor' | 'address'>

/** A key is the asking person's alone; of strangers, their address's. */
export function idOf({ actor, address }: Asking, { operation, key }: NamedWrite): Buffer {
  const who = actor ? ['person', actor.id] : ['address', address]
  return createHash('sha256')
    .update(JSON.stringify([...who, operation, key]))
    .digest()
}

/** Takes the write on, where nobody has: gives back the name to hold it by, or null. */
export async function takeOn(ctx: Asking, id: Buffer, { fingerprint }: NamedWrite): Promise<string | null> {
  const now = ctx.clock()
  const holder = randomUUID()
  const leaseUntil = new Date(now.getTime() + LEASE_MS)
  const outdated = new Date(now.getTime() - KEPT_MS)
  const rows = await ctx.db.$queryRaw<unknown[]>`
    INSERT INTO "IdempotentWrite" AS held (id, "userId", fingerprint, holder, "leaseUntil", "createdAt")
    VALUES (${id}, ${ctx.actor?.id ?? null}::uuid, ${fingerprint}, ${holder}::uuid, ${leaseUntil}, ${now})
    ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, holder = excluded.holder,
      "leaseUntil" = excluded."leaseUntil", "createdAt" = excluded."createdAt", status = NULL, body = NULL
    WHERE held."createdAt" <= ${outdated}
      OR (held.status IS NULL AND held."leaseUntil" <= ${now} AND held.fingerprint = excluded.fingerprint)
    RETURNING 1`
  return rows.length > 0 ? holder : null
}

export const readWrite = (ctx: Asking, id: Buffer) =>
  ctx.db.idempotentWrite.findUnique({
    where: { id: Uint8Array.from(id) },
    select: { fingerprint: true, status: true, body: true },
  })

type Held = { id: Buffer; holder: string }
const whose = ({ id, holder }: Held) => ({ id: Uint8Array.from(id), holder })

export async function renewLease({ db, clock }: Asking, held: Held): Promise<void> {
  const leaseUntil = new Date(clock().getTime() + LEASE_MS)
  await db.idempotentWrite.updateMany({ where: whose(held), data: { leaseUntil } })
}

export async function keepAnswer({ db }: Asking, held: Held, { status, body }: Answer): Promise<void> {
  await db.idempotentWrite.updateMany({ where: whose(held), data: { status, body } })
}

/** The key is free again: what was tried under it decided nothing. */
export async function giveUp({ db }: Asking, held: Held): Promise<void> {
  await db.idempotentWrite.deleteMany({ where: whose(held) })
}

const answered = { status: { not: null } }

/** Erases what a person's programs were answered, when their face is erased: some of it was made from that. */
export async function forgetAnswers(tx: Database, userId: string): Promise<void> {
  await tx.idempotentWrite.deleteMany({ where: { userId, ...answered } })
}

const withheld = { status: WITHHELD, body: null }

/** Tells a person's programs none of their answers again, because the person has lost a right that some were given by. */
export async function withholdAnswers(tx: Database, userId: string): Promise<void> {
  await tx.idempotentWrite.updateMany({ where: { userId, ...answered }, data: withheld })
}

/** Tells nobody's programs again what they were answered about somebody, when that person's face is erased. */
export async function withholdAnswersAbout(tx: Database, userId: string): Promise<void> {
  await tx.idempotentWrite.updateMany({ where: { ...answered, body: { contains: userId } }, data: withheld })
}

/** Deletes the answers that nobody can ask for again. */
export async function purgeAnswers(ctx: Pick<ServiceContext, 'db' | 'clock'>): Promise<void> {
  const before = new Date(ctx.clock().getTime() - KEPT_MS)
  await ctx.db.idempotentWrite.deleteMany({ where: { createdAt: { lte: before } } })
}
