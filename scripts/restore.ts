import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readVariables, type Variables } from '../src/server/env'
import { ERASURE_FILE } from '../src/server/erasure/list'
import { checkArchive, type Header, readHeader } from './backup/archive'
import { inTheWay } from './backup/files'
import { restoreInto } from './backup/restore-into'
import { migrationNames } from './database/migrations'
import { checkFolder } from './setup/checks'
import { fingerprint } from './setup/face-key'
import { takeLock } from './setup/lock.mjs'
import { keptFaceKey } from './setup/secrets'
import { SetupError, tell } from './setup/setup-error.mjs'

const WITHOUT = 'without-erasures'

async function refuseNewer({ migrations, version }: Header) {
  const known = await migrationNames()
  if (migrations.every((name) => known.includes(name))) return
  throw new SetupError(
    `The backup was made by a newer version of Clockface (${version}). Restore it with that one or a newer.`,
  )
}

function refuseForeignKey({ faceKeyFingerprint }: Header, faceKey: string) {
  if (fingerprint(faceKey) === faceKeyFingerprint) return
  throw new SetupError(
    'FACE_KEY is not the one that this backup was made with: no photo and no template in it could be read. Put secrets.json of that installation into the data folder, or set its FACE_KEY.',
  )
}

function refuseFull(dataDir: string) {
  const [first] = inTheWay(dataDir)
  if (!first) return
  throw new SetupError(
    `${dataDir} is not empty (${first}). Set DATA_DIR to a new folder that holds secrets.json and ${ERASURE_FILE} alone.`,
  )
}

function refuseForgetting(dataDir: string, without: boolean) {
  if (without || existsSync(join(dataDir, ERASURE_FILE))) return
  throw new SetupError(
    `${ERASURE_FILE} is not in ${dataDir}: whoever was erased after the backup would come back. Copy it from the folder of that installation. Where it is lost, say --${WITHOUT}, and tell your people.`,
  )
}

function refuseBeside(dataDir: string) {
  const holder = takeLock(join(dataDir, 'start.lock'))
  if (holder) throw new SetupError(`Clockface runs on the folder ${dataDir} (process ${holder}).`)
}

/** Puts a backup into an empty folder: everything is checked first, and all of it is there afterwards or nothing. */
async function main(name: string | undefined, without: boolean, settings: Variables = readVariables()) {
  const { DATA_DIR, FACE_KEY } = settings
  if (!name) throw new SetupError('Name the file: npm run restore -- /somewhere/else/clockface.backup')
  const file = resolve(name)
  const header = await readHeader(file)
  const faceKey = FACE_KEY ?? keptFaceKey(DATA_DIR)
  refuseForeignKey(header, faceKey)
  await refuseNewer(header)
  checkFolder(DATA_DIR)
  refuseFull(DATA_DIR)
  refuseForgetting(DATA_DIR, without)
  await checkArchive(file, faceKey)
  refuseBeside(DATA_DIR)
  const { rows, files, replayed } = await restoreInto({ file, header, faceKey, settings })
  console.log(`The backup of ${header.madeAt} is back: ${rows} rows, ${files.size} files.`)
  const { faces, photos, rows: gone, failed } = replayed
  console.log(`Erased again, as after the backup: ${faces} faces, ${photos} photos, ${gone} other rows.`)
  for (const line of failed) console.error(`Could not be erased again: ${line}`)
  if (failed.length > 0) process.exitCode = 1
  console.log('Start it now: npm start')
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { [WITHOUT]: { type: 'boolean', default: false } },
})

try {
  await main(positionals[0], values[WITHOUT] === true)
} catch (error) {
  tell(error, process.env.DATA_DIR || '.data')
  process.exitCode = 1
}
