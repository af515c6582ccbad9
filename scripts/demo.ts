import { clientOf } from '../src/server/db/client-of'
import { removeDemo } from '../src/server/demo/remove'
import { readVariables } from '../src/server/env'
import { offerFirstAdmin } from '../src/server/first-admin/service'
import { createLiveBus } from '../src/server/live/bus'
import { forgetRemovedDemo } from './setup/demo'
import { checkFaceKey } from './setup/face-key'
import { ownedDatabase } from './setup/running-database'
import { keptFaceKey } from './setup/secrets'
import { SetupError, tell } from './setup/setup-error.mjs'
import { toolContext } from './setup/tool-context'

/** Takes the demo away: accounts, places, records and faces, all but the ledger's rows. */
async function main(command: string | undefined, settings = readVariables()) {
  if (command !== 'remove') throw new SetupError('Say what to do: npm run demo -- remove')
  const url = ownedDatabase(settings)
  const faceKey = settings.FACE_KEY ?? keptFaceKey(settings.DATA_DIR)
  await checkFaceKey(url, faceKey, settings.DATA_DIR)
  const db = clientOf(url)
  const live = createLiveBus(url)
  try {
    const ctx = toolContext({ db, live, clock: () => new Date(), faceKey, engine: null })
    const { accounts, places } = await removeDemo(ctx)
    await forgetRemovedDemo(settings.DATA_DIR, url)
    console.log(
      `The demo is gone: ${accounts} accounts, ${places} places. The ledger keeps its rows, without a name.`,
    )
    const path = await offerFirstAdmin(ctx)
    if (path)
      console.log(`Nobody is an administrator now. Make the first one, once: <address of this server>${path}`)
  } finally {
    await live.close()
    await db.$disconnect()
  }
}

try {
  await main(process.argv[2])
} catch (error) {
  tell(error, '.data')
  process.exitCode = 1
}
