import { clientOf } from '../src/server/db/client-of'
import { readVariables } from '../src/server/env'
import { createLiveBus } from '../src/server/live/bus'
import { type AdminCommand, obey, readCommand } from './admin/command'
import { checkFaceKey } from './setup/face-key'
import { ownedDatabase } from './setup/running-database'
import { keptFaceKey } from './setup/secrets'
import { tell } from './setup/setup-error.mjs'
import { toolContext } from './setup/tool-context'

/** Does for an account what an administrator does on their pages, for whoever sits at the machine. */
async function main(command: AdminCommand, settings = readVariables()) {
  const url = ownedDatabase(settings)
  const faceKey = settings.FACE_KEY ?? keptFaceKey(settings.DATA_DIR)
  await checkFaceKey(url, faceKey, settings.DATA_DIR)
  const db = clientOf(url)
  const live = createLiveBus(url)
  try {
    const ctx = toolContext({ db, live, clock: () => new Date(), faceKey, engine: null })
    console.log(await obey(ctx, command))
  } finally {
    await live.close()
    await db.$disconnect()
  }
}

try {
  await main(readCommand(process.argv.slice(2)))
} catch (error) {
  tell(error, '.data')
  process.exitCode = 1
}
