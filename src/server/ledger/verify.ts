import 'server-only'
import type { Change, ChangeBlock, PrismaClient } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { blockHash, rowHash, sameBytes, textHash } from './hashes'
import { type NotedBlock, readNotedBlock } from './noted-block'

/** The first thing that does not fit; `id` is that of the row or block. */
export type LedgerFault =
  | { kind: 'row_changed' | 'row_missing' | 'row_added' | 'text_changed' | 'text_missing'; id: bigint }
  | { kind: 'block_changed' | 'block_missing' | 'end_missing' | 'other_than_noted'; id: number }
  | { kind: 'note_damaged' }

export interface LedgerReport {
  rows: number
  unsealed: number
  /** Texts that were there once: erased with what they were about. */
  erasedTexts: number
  blocks: number
  lastBlock: { id: number; hash: string } | null
  noted: NotedBlock | null
  fault: LedgerFault | null
}

interface Verifying {
  db: PrismaClient
  settings: { ledgerKey: Buffer; ledgerFile: string }
}

interface Walk {
  tx: Database
  key: Buffer
  noted: NotedBlock | null
  report: LedgerReport
}

const PAGE = 1_000
const AN_HOUR_MS = 3_600_000
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** Computes everything anew, up to the first thing that does not fit. Nothing is changed. */
export async function verifyLedger(ctx: Verifying): Promise<LedgerReport> {
  const { ledgerKey: key, ledgerFile } = ctx.settings
  // Before the database: a block is noted only once it is there.
  const read = await readNotedBlock(ledgerFile)
  const noted = read === 'damaged' ? null : read
  const report: LedgerReport = {
    ...{ rows: 0, unsealed: 0, erasedTexts: 0, blocks: 0, lastBlock: null, noted },
    fault: null,
  }
  report.fault = await ctx.db.$transaction((tx) => walk({ tx, key, noted, report }), {
    isolationLevel: 'RepeatableRead',
    timeout: AN_HOUR_MS,
  })
  if (read === 'damaged') report.fault ??= { kind: 'note_damaged' }
  return report
}

async function walk(at: Walk): Promise<LedgerFault | null> {
  const { tx, noted, report } = at
  let before: ChangeBlock | null = null
  for (;;) {
    const block = await blockAfter(tx, before)
    if (!block) break
    const fault = blockFault(at, block, before) ?? (await rowsFault(at, block, before))
    if (fault) return fault
    report.blocks += 1
    report.rows += block.rowIds.length
    before = block
  }
  report.lastBlock = before && { id: before.id, hash: hexOf(before.hash) }
  if (noted && noted.block > report.blocks) return { kind: 'end_missing', id: report.blocks + 1 }
  return unsealedFault(at, before?.upTo)
}

function blockAfter(tx: Database, before: ChangeBlock | null): Promise<ChangeBlock | null> {
  return tx.changeBlock.findFirst({ where: { id: { gt: before?.id ?? 0 } }, orderBy: { id: 'asc' } })
}

function blockFault(
  { key, noted }: Walk,
  block: ChangeBlock,
  before: ChangeBlock | null,
): LedgerFault | null {
  const due = (before?.id ?? 0) + 1
  if (block.id !== due) return { kind: 'block_missing', id: due }
  if (!sameBytes(block.hash, blockHash(key, block, before))) return { kind: 'block_changed', id: block.id }
  if (noted?.block === block.id && noted.hash !== hexOf(block.hash))
    return { kind: 'other_than_noted', id: block.id }
  return null
}

/** Holds the rows that are there against those that the block was made of. */
async function rowsFault(
  { tx, key, report }: Walk,
  { upTo, rowIds, rowHashes }: ChangeBlock,
  before: ChangeBlock | null,
): Promise<LedgerFault | null> {
  const rows = await tx.change.findMany({
    where: { id: { ...(before && { gt: before.upTo }), lte: upTo } },
    orderBy: { id: 'asc' },
    take: rowIds.length + 1,
  })
  for (const [index, row] of rows.entries()) {
    const due = rowIds[index]
    const hash = rowHashes[index]
    if (due === undefined || hash === undefined || row.id < due) return { kind: 'row_added', id: row.id }
    if (row.id > due) return { kind: 'row_missing', id: due }
    if (!sameBytes(hash, rowHash(key, row))) return { kind: 'row_changed', id: row.id }
  }
  const missing = rowIds[rows.length]
  if (missing !== undefined) return { kind: 'row_missing', id: missing }
  return textsFault(tx, rows, report)
}

async function textsFault(
  tx: Database,
  rows: readonly Change[],
  report: LedgerReport,
): Promise<LedgerFault | null> {
  const texts = await tx.changeText.findMany({ where: { changeId: { in: rows.map(({ id }) => id) } } })
  const textOf = new Map(texts.map((text) => [text.changeId, text]))
  for (const { id, subject, subjectId, textHash: hash } of rows) {
    const text = textOf.get(id)
    if (hash && !text) {
      if (await stillThere(tx, subject, subjectId)) return { kind: 'text_missing', id }
      report.erasedTexts += 1
    }
    if (text && !(hash && sameBytes(hash, textHash(text)))) return { kind: 'text_changed', id }
  }
  return null
}

/** A text goes with what it is about, never before. */
async function stillThere(tx: Database, subject: string, id: string): Promise<boolean> {
  if (subject !== 'attendance') return false
  return (
    (await tx.attendance.count({ where: { id } })) + (await tx.clearedRecord.count({ where: { id } })) > 0
  )
}

/** Of what no block seals yet, only the texts can be held against something. */
async function unsealedFault({ tx, report }: Walk, upTo: bigint | undefined): Promise<LedgerFault | null> {
  let after = upTo
  for (;;) {
    const rows = await tx.change.findMany({
      where: after === undefined ? {} : { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PAGE,
    })
    const last = rows.at(-1)
    if (!last) return null
    report.rows += rows.length
    report.unsealed += rows.length
    const fault = await textsFault(tx, rows, report)
    if (fault) return fault
    after = last.id
  }
}
