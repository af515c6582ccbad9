import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Variables } from '../../src/server/env'
import { isMade } from './postgres-version'
import { SetupError } from './setup-error.mjs'

const secrets = z.object({
  NEXTAUTH_SECRET: z.string(),
  FACE_KEY: z.string(),
  /** Of the database that Clockface runs itself: of its owner, and of the application. */
  databasePassword: z.string(),
  applicationPassword: z.string(),
})

export type Secrets = z.output<typeof secrets>

type Given = Pick<Variables, 'DATABASE_URL' | 'NEXTAUTH_SECRET' | 'FACE_KEY' | 'DATA_DIR'>

/** The secrets of the environment and, for what it lacks, those of the installation. */
export function secretsOf({ DATABASE_URL, NEXTAUTH_SECRET, FACE_KEY, DATA_DIR }: Given): Secrets {
  if (DATABASE_URL && NEXTAUTH_SECRET && FACE_KEY)
    return { NEXTAUTH_SECRET, FACE_KEY, databasePassword: '', applicationPassword: '' }
  const own = readSecrets(DATA_DIR)
  return {
    ...own,
    NEXTAUTH_SECRET: NEXTAUTH_SECRET ?? own.NEXTAUTH_SECRET,
    FACE_KEY: FACE_KEY ?? own.FACE_KEY,
  }
}

/** Reads the secrets of an installation, making them at its first start. */
export function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  if (!existsSync(file)) return makeSecrets(dataDir, file)
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'))
    // Installations of before had one role for everything.
    if (kept && !('applicationPassword' in kept))
      writePrivately(file, Object.assign(kept, { applicationPassword: newPassword() }))
    return secrets.parse(kept)
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
    throw new SetupError(
      `${file} is damaged. Put it back from a copy: photos and templates are encrypted with its key.`,
    )
  }
}

/** The key of a data folder that is there already: reading its secrets would make new ones elsewhere. */
export function keptFaceKey(dataDir: string): string {
  if (!existsSync(join(dataDir, 'secrets.json')))
    throw new SetupError('Set FACE_KEY, or DATA_DIR to the folder that has its secrets.json.')
  return readSecrets(dataDir).FACE_KEY
}

const newPassword = () => randomBytes(24).toString('hex')

function makeSecrets(dataDir: string, file: string): Secrets {
  if (isMade(join(dataDir, 'postgres'))) {
    throw new SetupError(`${file} is gone, but the database that it opens is there. Put it back from a copy.`)
  }
  const made = {
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    FACE_KEY: randomBytes(32).toString('base64'),
    databasePassword: newPassword(),
    applicationPassword: newPassword(),
  }
  writePrivately(file, made)
  return made
}

/** Writes JSON that only the owner may read, whole or not at all. */
export function writePrivately(file: string, value: unknown) {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
