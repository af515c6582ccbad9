import 'server-only'
import { randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'

const noteSchema = z.strictObject({ block: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) })

/** The last block, as it is noted in a file outside the database. */
export type NotedBlock = z.infer<typeof noteSchema>

/** What the file says; null where there is none yet, `damaged` where it says nothing that can be read. */
export async function readNotedBlock(file: string): Promise<NotedBlock | null | 'damaged'> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    if (error instanceof SyntaxError || error instanceof z.ZodError) return 'damaged'
    throw error
  }
}

/** Writes the note whole or not at all. */
export async function noteBlock(file: string, note: NotedBlock): Promise<void> {
  const made = `${file}.${randomUUID()}.new`
  await writeFile(made, `${JSON.stringify(note)}\n`, { mode: 0o600 })
  await rename(made, file)
}
