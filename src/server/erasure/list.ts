import 'server-only'
import { appendFile, open } from 'node:fs/promises'
import { z } from 'zod'
import type { ServiceContext } from '../context/context'
import type { Database } from '../db/prisma'
import { addJob } from '../jobs/queue'

/** Outside the database and its backups, so that a backup from before brings nothing back. */
export const ERASURE_FILE = 'erasures.jsonl'
const AT_ONCE = 1000

/** One line of the list: `what` is the table of a row that went, or everything made from somebody's face. */
export const erasureSchema = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  what: z.string(),
  subjectId: z.uuid(),
})

export type ListedErasure = z.output<typeof erasureSchema>

/** As which everything made from a person's face is listed: much of that is no row of its own. */
export const FACE = 'face'

export async function listErased(tx: Database, data: { what: string; subjectId: string }): Promise<void> {
  await tx.erasure.create({ data })
  await queueNoting(tx)
}

/** What was erased is noted at once; every minute where that failed, or where something else erased it. */
export function queueNoting(tx: Database): Promise<void> {
  return addJob(tx, 'note_erasures', { key: 'note_erasures' })
}

type Noting = Pick<ServiceContext, 'db' | 'clock'> & {
  settings: Pick<ServiceContext['settings'], 'erasureFile'>
}

/** Adds what was erased since to the list outside the database. Noted twice counts once, so that none is left out. */
export async function noteErasures({ db, clock, settings }: Noting): Promise<void> {
  for (;;) {
    const rows = await db.erasure.findMany({
      where: { notedAt: null },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: AT_ONCE,
    })
    if (rows.length === 0) return
    const lines = rows.map(({ id, at, what, subjectId }) =>
      JSON.stringify({ id, at, what, subjectId } satisfies Record<keyof ListedErasure, unknown>),
    )
    // A line that broke off stays alone.
    await append(settings.erasureFile, `\n${lines.join('\n')}\n`)
    await db.erasure.updateMany({
      where: { id: { in: rows.map(({ id }) => id) } },
      data: { notedAt: clock() },
    })
  }
}

/** On the disk for certain when it returns. */
async function append(file: string, text: string) {
  const handle = await open(file, 'a', 0o600)
  try {
    await appendFile(handle, text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
