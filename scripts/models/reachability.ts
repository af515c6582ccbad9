import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './files'

const HOUR = 3_600_000
const note = (dir: string) => join(dir, 'publisher-unreachable')

/** Whether the publishers could not be reached in the last hour: a start without a network must not wait each time. */
export async function wasUnreachable(dir: string): Promise<boolean> {
  const tried = await stat(note(dir)).catch(() => undefined)
  return tried !== undefined && Date.now() - tried.mtimeMs < HOUR
}

export async function noteUnreachable(dir: string): Promise<void> {
  await writeWhole(note(dir), 'To ask again before an hour is over: npm run models -- --again\n')
}
