import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { SetupError } from './setup-error.mjs'

/** Runs one of our own commands with Node and gives back what it printed. Failing, it shows all of that. */
export async function runNode(
  what: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<string> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  const stop = () => child.kill('SIGTERM')
  process.once('exit', stop)
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const [code] = await once(child, 'close')
  process.off('exit', stop)
  if (code === 0) return printed
  if (printed.includes('ENOSPC')) throw Object.assign(new Error(printed), { code: 'ENOSPC' })
  console.error(printed.trim())
  throw new SetupError(`${what} failed; what it said is above.`)
}
