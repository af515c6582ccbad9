import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages } from './install.mjs'
import { releaseLock, takeLock, waitForLock } from './lock.mjs'
import { SetupError, tell } from './setup-error.mjs'

const setupLock = '.cache/setup.lock'
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Installs what is needed, then hands over to a script that may use it, and ends as that one ends.
 * @param {{ script: string, args: string[], ownsData: boolean }} options
 */
export async function launch({ script, args, ownsData }) {
  const dataDir = resolve(process.env.DATA_DIR || '.data')
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  for (const signal of signals) process.once(signal, () => process.exit(0))
  try {
    if (ownsData) lockData(dataDir)
    await waitForLock(setupLock, (pid) =>
      console.log(`Waiting until process ${pid} has prepared this folder`),
    )
    await installPackages()
    handOver(script, args)
  } catch (error) {
    tell(error, dataDir)
    process.exit(1)
  }
}

/** @param {string} dataDir */
function lockData(dataDir) {
  const holder = takeLock(join(dataDir, 'start.lock'))
  if (!holder) return
  throw new SetupError(
    `Clockface already runs on the folder ${dataDir} (process ${holder}). End it, or set DATA_DIR and PORT for a second one.`,
  )
}

/** @param {string} script @param {string[]} args */
function handOver(script, args) {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  child.on('message', (message) => {
    if (message === 'prepared') releaseLock(setupLock)
  })
  for (const signal of signals) {
    process.removeAllListeners(signal)
    process.on(signal, () => child.kill(signal))
  }
  // npm hands a SIGTERM to the shell between us, which ends without passing it on.
  const parent = process.ppid
  const npmRunsUs = process.env.npm_lifecycle_event !== undefined
  if (npmRunsUs) setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
  child.on('exit', (code) => process.exit(code ?? 1))
}
