import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const stampDir = '.cache/stamps'

/** One hash over files and whole folders, by name and content. */
export function hashOf(paths: string[]): string {
  const hash = createHash('sha256').update(process.version).update(process.cwd())
  const add = (path: string) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name))
    } else hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

/**
 * Does work unless it was done on the same input and what it made is still there. What `check` throws refuses the
 * work and leaves what is there as it was.
 */
export async function unlessUnchanged(
  { name, hash, output, check }: { name: string; hash: string; output: string; check?: () => void },
  work: () => Promise<void>,
): Promise<string | undefined> {
  const file = join(stampDir, name)
  if (existsSync(output) && existsSync(file) && readFileSync(file, 'utf8') === hash) return 'unchanged'
  check?.()
  // Gone while the work lasts, so that work cut off half way is done again.
  rmSync(file, { force: true })
  await work()
  mkdirSync(stampDir, { recursive: true })
  writeFileSync(file, hash)
  return undefined
}
