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

interface Wishes {
  HOST?: string | undefined
  /** A proxy on this machine reaches it on this machine; nobody else is to go past the proxy. */
  TRUST_PROXY: boolean
}

/**
 * Where this installation listens: on this machine alone, unless HOST or, where no proxy stands before it, an earlier
 * version has said otherwise.
 */
export function listeningAddress(
  dataDir: string,
  { HOST: host, TRUST_PROXY }: Wishes,
  say: (sentence: string) => void = console.log,
): string {
  const file = join(dataDir, 'address.json')
  const noted = existsSync(file) ? note.parse(JSON.parse(readFileSync(file, 'utf8'))) : firstNote(dataDir)
  const everywhere = host === undefined && noted.host === '0.0.0.0'
  const tells = everywhere && !noted.told
  if (tells) say(TRUST_PROXY ? behindProxy : keeps)
  if (tells || !existsSync(file)) writePrivately(file, { ...noted, told: noted.told || tells })
  return host ?? (TRUST_PROXY ? '127.0.0.1' : noted.host)
}

const keeps =
  'This installation listens on every address of this machine, as it did before. New ones listen on 127.0.0.1 alone: set HOST=127.0.0.1 for that, or HOST=0.0.0.0 to settle it.'

const behindProxy =
  'TRUST_PROXY is set, so this installation listens on 127.0.0.1 alone from now on: anybody who goes past the proxy could claim any address. Set HOST where the proxy is on another machine.'

/** Every installation before this one listened on all addresses. */
const firstNote = (dataDir: string) => ({
  host: existsSync(join(dataDir, 'secrets.json')) ? '0.0.0.0' : '127.0.0.1',
  told: false,
})
