import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { SetupError } from './setup-error.mjs'

/** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lockfile */

/** What npm noted of the packages that are there, compared with what the lockfile asks for. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = read('package-lock.json')
  const present = read('node_modules/.package-lock.json')
  return Object.entries(wanted.packages).every(([path, { version, integrity, optional }]) => {
    const found = present.packages[path]
    // An optional package is left out where it is made for another kind of machine.
    if (!found) return path === '' || optional
    return found.version === version && found.integrity === integrity
  })
}

/** @param {string} file @returns {Lockfile} */
function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Installs the packages of the lockfile unless they are there. */
export async function installPackages() {
  if (isInstalled()) return console.log('Packages: unchanged')
  const started = Date.now()
  process.stdout.write('Packages: installing, which takes a minute or two … ')
  const cli = process.env.npm_execpath
  const [file, ...first] = cli?.endsWith('npm-cli.js') ? [process.execPath, cli] : ['npm']
  const child = spawn(file ?? 'npm', [...first, 'ci', '--include=dev', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    // Its installer would fetch CUDA libraries, which the CPU does not need.
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
  })
  const stop = () => child.kill('SIGTERM')
  process.once('exit', stop)
  const [code] = await once(child, 'exit')
  process.off('exit', stop)
  if (code !== 0) {
    console.log('failed')
    throw new SetupError('npm could not install the packages; what it said is above. Then start again.')
  }
  console.log(`done in ${Math.round((Date.now() - started) / 1000)} s`)
}
