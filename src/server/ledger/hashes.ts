import 'server-only'
import { createHash, createHmac, hkdfSync } from 'node:crypto'
import type { Change, ChangeBlock, ChangeText } from '../db/generated/client'

type Bytes = Uint8Array<ArrayBuffer>

/** The key that seals the ledger: of the installation's secret, so that no hand inside the database has it. */
export function ledgerKeyOf(faceKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', faceKey, '', 'clockface ledger', 32))
}

/** JSON that is the same for the same value, in whatever order a database gives the keys back. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('hex')

function keyed(key: Buffer, kind: 'row' | 'block', parts: unknown[]): Bytes {
  const text = JSON.stringify([`clockface ledger ${kind}`, ...parts])
  return Uint8Array.from(createHmac('sha256', key).update(text).digest())
}

/** What a block keeps of a row. */
export function rowHash(key: Buffer, row: Change): Bytes {
  return keyed(key, 'row', [
    row.id.toString(),
    row.at.toISOString(),
    row.actorId,
    row.via,
    row.placeId,
    row.subject,
    row.subjectId,
    sorted(row.before),
    sorted(row.after),
    hex(row.textHash),
  ])
}

/** What chains a block to the one before; null for the first. */
export function blockHash(
  key: Buffer,
  block: Omit<ChangeBlock, 'hash'>,
  before: Pick<ChangeBlock, 'hash'> | null,
): Bytes {
  return keyed(key, 'block', [
    before && hex(before.hash),
    block.id,
    block.upTo.toString(),
    block.at.toISOString(),
    block.rowIds.map(String),
    block.rowHashes.map(hex),
  ])
}

/** What the chain holds of a text: it says nothing once the salt is gone. */
export function textHash({ salt, text }: Pick<ChangeText, 'salt' | 'text'>): Bytes {
  return Uint8Array.from(createHash('sha256').update(salt).update(text).digest())
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
