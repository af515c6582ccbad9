import 'server-only'
import type { PrismaClient } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { holdPublishing } from '../db/publishing-lock'
import { logger } from '../logger'
import { blockHash, rowHash } from './hashes'
import { noteBlock, readNotedBlock } from './noted-block'

/** What sealing needs of a context. */
export interface Sealing {
  db: PrismaClient
  clock: () => Date
  settings: { ledgerKey: Buffer; ledgerFile: string }
}

/** So few that the lock, for which everybody who changes something waits, is held for milliseconds. */
const BLOCK_ROWS = 500

const transactionLimits = { maxWait: 5_000, timeout: 20_000 }

const lastBlock = (db: Database) =>
  db.changeBlock.findFirst({ orderBy: { id: 'desc' }, select: { id: true, upTo: true, hash: true } })

/** Seals the changes there are in blocks, and notes the last of them outside the database. */
export async function sealLedger(ctx: Sealing): Promise<{ sealed: number }> {
  let sealed = 0
  for (;;) {
    const rows = await sealBlock(ctx)
    if (rows === 0) break
    sealed += rows
  }
  await noteLastBlock(ctx)
  return { sealed }
}

function sealBlock(ctx: Sealing): Promise<number> {
  const key = ctx.settings.ledgerKey
  return ctx.db.$transaction(async (tx) => {
    await holdPublishing(tx)
    const before = await lastBlock(tx)
    const rows = await tx.change.findMany({
      where: before ? { id: { gt: before.upTo } } : {},
      orderBy: { id: 'asc' },
      take: BLOCK_ROWS,
    })
    const last = rows.at(-1)
    if (!last) return 0
    const block = {
      id: (before?.id ?? 0) + 1,
      upTo: last.id,
      at: ctx.clock(),
      rowIds: rows.map(({ id }) => id),
      rowHashes: rows.map((row) => rowHash(key, row)),
    }
    await tx.changeBlock.create({ data: { ...block, hash: blockHash(key, block, before) } })
    return rows.length
  }, transactionLimits)
}

/** Never over a note that the database does not fit any more: it is what shows that the end was cut off. */
async function noteLastBlock({ db, settings: { ledgerFile } }: Sealing): Promise<void> {
  const noted = await readNotedBlock(ledgerFile)
  const last = await lastBlock(db)
  if (noted) {
    const same = noted !== 'damaged' && (await db.changeBlock.findUnique({ where: { id: noted.block } }))
    if (!same || Buffer.from(same.hash).toString('hex') !== noted.hash) {
      logger.error(
        'the ledger does not fit what is noted outside the database: run npm run ledger -- verify',
        {
          file: ledgerFile,
        },
      )
      return
    }
    if (last?.id === same.id) return
  }
  if (last) await noteBlock(ledgerFile, { block: last.id, hash: Buffer.from(last.hash).toString('hex') })
}
