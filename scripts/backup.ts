import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { readVariables } from '../src/server/env'
import { writeArchive } from './backup/archive'
import { backupLines } from './backup/save'
import { checkFaceKey, fingerprint } from './setup/face-key'
import { ownedDatabase } from './setup/running-database'
import { keptFaceKey } from './setup/secrets'
import { SetupError, tell } from './setup/setup-error.mjs'

/** Where the file really lies: the folder that was named may lead somewhere else. */
function reallyAt(name: string): string {
  const file = resolve(name)
  const folder = dirname(file)
  if (!existsSync(folder))
    throw new SetupError(`The folder ${folder} is not there. Make it first, or name a file in another one.`)
  return join(realpathSync(folder), basename(file))
}

function isWithin(folder: string, file: string): boolean {
  const way = relative(existsSync(folder) ? realpathSync(folder) : folder, file)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Writes everything that this installation keeps into one file, all but its secrets, while it runs. */
async function main(name: string | undefined, settings = readVariables()) {
  const { DATA_DIR } = settings
  if (!name) throw new SetupError('Name the file: npm run backup -- /somewhere/else/clockface.backup')
  const file = reallyAt(name)
  if (isWithin(DATA_DIR, file))
    throw new SetupError('A backup inside the data folder is lost with it. Name a file elsewhere.')
  const databaseUrl = ownedDatabase(settings)
  const faceKey = settings.FACE_KEY ?? keptFaceKey(DATA_DIR)
  await checkFaceKey(databaseUrl, faceKey, DATA_DIR)
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const source = { databaseUrl, dataDir: DATA_DIR, faceKeyFingerprint: fingerprint(faceKey), version }
  await writeArchive(file, backupLines(source), faceKey)
  const megabytes = (statSync(file).size / 1e6).toFixed(1)
  console.log(`${file}: ${megabytes} MB, written and read again.`)
  console.log(
    'It holds no key. Keep secrets.json of the data folder apart from it, and erasures.jsonl as it grows.',
  )
}

try {
  await main(process.argv[2])
} catch (error) {
  tell(error, process.argv[2] ?? '.')
  process.exitCode = 1
}
