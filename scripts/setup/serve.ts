import { join } from 'node:path'
import { hasDemo } from '../../src/domain/demo'
import { EnvError, reachOf, readVariables, type Variables } from '../../src/server/env'
import { migrate } from '../database/migrations'
import { listeningAddress } from './address'
import { checkDatabase, checkFolder, checkPort } from './checks'
import { forgetRemovedDemo, markEarlierDemo, printDemo, seedIfEmpty } from './demo'
import { checkFaceKey } from './face-key'
import { firstAdminPath } from './first-admin'
import { ensureDatabase, type Postgres, startPostgres } from './postgres'
import { build, prepare } from './prepare'
import { checkRecogniser } from './recogniser'
import { type Secrets, secretsOf, writePrivately } from './secrets'
import { type Server, startServer } from './server-process'
import { noteServing } from './serving.mjs'
import { SetupError, tell } from './setup-error.mjs'
import { step } from './step'

const dev = process.argv.includes('--dev')
/** The image holds all that a start makes elsewhere, and cannot be written to. */
const prepared = process.argv.includes('--prepared')

let postgres: Promise<Postgres> | undefined
let server: Server | undefined
let ending: Promise<never> | undefined

/** Ends the server, then its database, then this process. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    await server?.stop()
    const running = await postgres?.catch(() => undefined)
    await running?.stop()
    process.exit(code)
  })()
  return ending
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0))
// Whoever read what is printed may go away first.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
// The starter was killed: nobody is left to tell this process to end.
process.on('disconnect', () => end(1))

async function main(settings: Variables) {
  checkFolder(settings.DATA_DIR)
  const host = listeningAddress(settings.DATA_DIR, settings)
  await checkPort(settings.PORT, host)
  if (settings.DATABASE_URL) await checkDatabase(settings.DATABASE_URL)
  await checkRecogniser(settings.RECOGNISER)
  if (!prepared) await prepare()
  const secrets = secretsOf(settings)
  const databaseUrl = settings.DATABASE_URL ?? (await startDatabase(settings, secrets))
  await step('Migrations', async () => {
    const applied = await migrate(databaseUrl)
    return applied.length ? `${applied.length} applied` : 'up to date'
  })
  await checkFaceKey(databaseUrl, secrets.FACE_KEY, settings.DATA_DIR)
  if (!dev && !prepared) {
    await build()
    // While the set-up of this checkout is still ours: nobody builds between the two.
    noteServing()
  }
  process.send?.('prepared')
  const demo = await makeDemo({ ...settings, HOST: host }, databaseUrl, settings.FACE_KEY ?? secrets.FACE_KEY)
  const adminPath = await firstAdminPath(databaseUrl)
  server = await startServer({ settings, secrets, databaseUrl, host, dev })
  server.died.then((code) => fail(new SetupError(`The server ended unexpectedly (${code}).`)))
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host
  const address = settings.PUBLIC_URL ?? `http://${name.includes(':') ? `[${name}]` : name}:${server.port}`
  console.log(`\nClockface is ready: ${address}`)
  if (demo) printDemo(demo)
  if (adminPath) console.log(`\nMake the first administrator, once: ${new URL(adminPath, address)}`)
}

/** The demo that this start has made, if it has. A database of somebody else's gets one only where that is wished for. */
async function makeDemo(settings: Variables, databaseUrl: string, faceKey: string) {
  const { DATA_DIR, DATABASE_URL, DEMO, MODELS_DIR } = settings
  await markEarlierDemo(DATA_DIR, databaseUrl)
  await forgetRemovedDemo(DATA_DIR, databaseUrl)
  if (!hasDemo(reachOf(settings)) || (DATABASE_URL && !DEMO)) return undefined
  let made: Awaited<ReturnType<typeof seedIfEmpty>>['made']
  await step('Demo data', async () => {
    const seeded = await seedIfEmpty(DATA_DIR, { databaseUrl, faceKey, modelsDir: MODELS_DIR })
    made = seeded.made
    return seeded.outcome
  })
  return made
}

async function startDatabase({ DATA_DIR }: Variables, { databasePassword }: Secrets) {
  let url = ''
  await step('Database', async () => {
    postgres = startPostgres({ dir: join(DATA_DIR, 'postgres'), password: databasePassword, port: 54_329 })
    const running = await postgres
    running.died.then(() =>
      fail(new SetupError(`The database ended unexpectedly; see ${DATA_DIR}/postgres.log.`)),
    )
    await ensureDatabase(running, 'clockface')
    url = running.url('clockface')
    // For a second server on the same database, and for tools.
    writePrivately(join(DATA_DIR, 'database.json'), { url })
    return `PostgreSQL on port ${running.port}, in ${DATA_DIR}`
  })
  return url
}

function fail(error: unknown): Promise<never> {
  if (!ending) tell(error, process.env.DATA_DIR || '.data')
  return end(1)
}

try {
  await main(readVariables())
} catch (error) {
  await fail(
    error instanceof EnvError ? new SetupError(`The environment is not right. ${error.message}.`) : error,
  )
}
