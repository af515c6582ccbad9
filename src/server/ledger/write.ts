import 'server-only'
import { randomBytes } from 'node:crypto'
import type { ChangeVia } from '../db/generated/enums'
import type { Database } from '../db/prisma'
import { textHash } from './hashes'
import { type NewChange, subjects } from './subjects'

const SALT_BYTES = 32

/** When a change was, and through what. */
interface Moment {
  at: Date
  via: ChangeVia
}

function rowOf(change: NewChange & Moment) {
  const { at, via, subject, subjectId, actorId, placeId } = change
  const before = subjects[subject].before.parse(change.before)
  const after = subjects[subject].after.parse(change.after)
  const text = change.text ? { salt: Uint8Array.from(randomBytes(SALT_BYTES)), text: change.text } : null
  const data = {
    ...{ at, via, actorId, placeId, subject, subjectId, after },
    ...(before && { before }),
    textHash: text && textHash(text),
  }
  return { data, text }
}

const keyOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** Adds changes to the ledger in their order, and their texts beside it: two statements, whatever their number. */
export async function writeChanges(tx: Database, changes: readonly (NewChange & Moment)[]): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(rowOf)
  const written = await tx.change.createManyAndReturn({
    data: rows.map(({ data }) => data),
    select: { id: true, textHash: true },
  })
  // By their hashes, which no two share, so that nothing rests on the order of what comes back.
  const idOf = new Map(written.flatMap(({ id, textHash }) => (textHash ? [[keyOf(textHash), id]] : [])))
  const texts = rows.flatMap(({ data, text }) => {
    const changeId = data.textHash && idOf.get(keyOf(data.textHash))
    return text && changeId ? [{ changeId, ...text }] : []
  })
  if (texts.length > 0) await tx.changeText.createMany({ data: texts })
}
