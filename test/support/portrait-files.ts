import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PortraitOptions, portrait, type Sitter } from './sample-portraits'

const folder = join(tmpdir(), 'clockface-portraits')
const made = new Map<string, Promise<string>>()

async function make(who: Sitter, options: PortraitOptions): Promise<string> {
  await mkdir(folder, { recursive: true })
  const picture = await portrait(who, options)
  const name = createHash('sha256').update(picture).digest('hex').slice(0, 16)
  const path = join(folder, `${who}-${name}.jpg`)
  await writeFile(path, picture)
  return path
}

/** A portrait as a file, to be uploaded or shown by a camera; each is made once a run. */
export function portraitPicture(who: Sitter, options: PortraitOptions = {}): Promise<string> {
  const key = JSON.stringify([who, options])
  const making = made.get(key) ?? make(who, options)
  made.set(key, making)
  return making
}
