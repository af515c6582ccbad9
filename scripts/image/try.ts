import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDatabase, startPostgres } from '../setup/postgres'
import { readStages } from './dockerfile'
import { runTwice } from './running'
import { printSizes } from './sizes'
import { makeImage } from './stages'

/** A database of its own for the try, gone with it. */
async function withDatabase(dir: string, work: (url: string) => Promise<void>) {
  const given = process.env.DATABASE_URL
  if (given) return work(given)
  const password = randomBytes(16).toString('hex')
  const postgres = await startPostgres({ dir: join(dir, 'database', 'postgres'), password, throwaway: true })
  try {
    await ensureDatabase(postgres, 'clockface')
    await work(postgres.url('clockface'))
  } finally {
    await postgres.stop()
  }
}

const dir = mkdtempSync(join(tmpdir(), 'clockface-image-'))
// Whoever runs in the image is not whoever makes it, and has to get there.
chmodSync(dir, 0o755)
try {
  const { MODEL_MIRROR = '' } = process.env
  const image = makeImage(readStages(readFileSync('Dockerfile', 'utf8')), dir, { MODEL_MIRROR })
  printSizes(image)
  await withDatabase(dir, (url) => runTwice(image, url))
} finally {
  if (process.argv.includes('--keep')) console.log(`\nKept in ${dir}`)
  else rmSync(dir, { recursive: true, force: true })
}
