import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writePrivately } from './secrets'

const note = z.object({
  /** Where this installation listens unless HOST says otherwise. */
  host: z.string(),
  /** Whether it has been said that it is not this machine alone. */
  told: z.boolean(),
})

/** Where this installation listens: on this machine alone, unless HOST or an earlier version has said otherwise. */
export function listeningAddress(
  dataDir: string,
  host: string | undefined,
  say: (sentence: string) => void = console.log,
): string {
  const file = join(dataDir, 'address.json')
  const noted = existsSync(file) ? note.parse(JSON.parse(readFileSync(file, 'utf8'))) : firstNote(dataDir)
  const tells = host === undefined && noted.host === '0.0.0.0' && !noted.told
  if (tells) say(keeps)
  if (tells || !existsSync(file)) writePrivately(file, { ...noted, told: noted.told || tells })
  return host ?? noted.host
}

const keeps =
  'This installation listens on every address of this machine, as it did before. New ones listen on 127.0.0.1 alone: set HOST=127.0.0.1 for that, or HOST=0.0.0.0 to settle it.'

/** Every installation before this one listened on all addresses. */
const firstNote = (dataDir: string) => ({
  host: existsSync(join(dataDir, 'secrets.json')) ? '0.0.0.0' : '127.0.0.1',
  told: false,
})
