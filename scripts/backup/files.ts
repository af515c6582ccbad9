import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { ERASURE_FILE } from '../../src/server/erasure/list'

/** What a folder may hold before a backup is put into it: what a backup never holds. */
const kept = ['secrets.json', ERASURE_FILE]

/** The database is saved as rows; how it is reached is made anew; secrets and what was erased lie elsewhere. */
const left = [/^postgres($|\.)/, /^database\.json$/, /\.lock(\.|$)/, /\.new$/]

const isLeft = (name: string) => kept.includes(name) || left.some((pattern) => pattern.test(name))

/** The files of a data folder that belong into its backup. */
export function savedFiles(dataDir: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dataDir.length + 1))
    .filter((path) => !isLeft(path.split(sep)[0] ?? ''))
    .sort()
}

/** What stands in the way of a backup that is to be put into a folder. */
export function inTheWay(dataDir: string): string[] {
  return readdirSync(dataDir).filter(
    (name) => !kept.includes(name) && !/^postgres\.restoring|\.lock(\.|$)/.test(name),
  )
}

export function* fileLines(dataDir: string) {
  for (const file of savedFiles(dataDir)) {
    const base64 = readFileSync(join(dataDir, file)).toString('base64')
    yield { file: file.split(sep).join('/'), base64 }
  }
}

export function writeFiles(dataDir: string, files: ReadonlyMap<string, string>): void {
  for (const [file, base64] of files) {
    const path = join(dataDir, ...file.split('/'))
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, Buffer.from(base64, 'base64'), { mode: 0o600, flag: 'wx' })
  }
}
