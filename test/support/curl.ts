import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { within } from './within'

/** The words of a shell, and the folder that its files are in. */
export interface Shell {
  words: Record<string, string>
  folder: string
}

export interface CurlAnswer {
  status: number
  body: string
}

/** Runs a command of curl, by some means. */
export type RunCurl = (command: string, shell: Shell) => Promise<CurlAnswer>

const run = promisify(execFile)
/** A stream ended by `--max-time` was answered all the same. */
const TIMED_OUT = 28

export async function isCurlHere(): Promise<boolean> {
  return run('curl', ['--version']).then(
    () => true,
    () => false,
  )
}

/** The command as it stands, by a shell and the machine's own curl. */
export const byCurl: RunCurl = async (command, { words, folder }) => {
  const told = command.replace(/^curl /, "curl --silent --show-error --write-out '\\n%{http_code}' ")
  const env = { ...process.env, ...words }
  const { stdout } = await run('sh', ['-c', told], { cwd: folder, env }).catch((error) => {
    if (error.code === TIMED_OUT) return { stdout: String(error.stdout) }
    throw error
  })
  const at = stdout.lastIndexOf('\n')
  return { status: Number(stdout.slice(at + 1)), body: stdout.slice(0, at) }
}

/** The words of a command as a shell splits it: quotes, escapes and $WORDS, which is all that the examples use. */
function splitCommand(command: string, words: Record<string, string>): string[] {
  const filled = (text: string) =>
    text.replace(/\\(["\\$])|\$([A-Z_]+)/g, (_, escaped?: string, name?: string) => {
      if (escaped) return escaped
      const value = words[name ?? '']
      if (value === undefined) throw new Error(`Nothing is called ${name} here`)
      return value
    })
  const pieces = command.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|"((?:\\.|[^"\\])*)"|(\S+)/g)
  return [...pieces].map(([, plain, quoted, bare]) => plain ?? filled(quoted ?? bare ?? ''))
}

async function formOf(parts: string[], folder: string): Promise<FormData> {
  const form = new FormData()
  for (const part of parts) {
    const [name = '', value = ''] = part.split('=')
    const file = value.startsWith('@') ? value.slice(1) : null
    const bytes = file && new Uint8Array(await readFile(join(folder, file)))
    form.append(name, bytes ? new File([bytes], file, { type: 'image/jpeg' }) : value)
  }
  return form
}

async function textOf({ body }: Response): Promise<string> {
  if (!body) return ''
  let text = ''
  try {
    for await (const piece of body.pipeThrough(new TextDecoderStream())) text += piece
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
  }
  return text
}

/** The same request without curl, for machines that have none: the options that the examples use, and no others. */
export const byFetch: RunCurl = async (command, { words, folder }) => {
  const [program, ...rest] = splitCommand(command, words)
  if (program !== 'curl') throw new Error(`An example runs ${program}`)
  const options = new Map<string, string[]>()
  const addresses: string[] = []
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? ''
    if (['-X', '-H', '-d', '-F', '--max-time'].includes(word))
      options.set(word, [...(options.get(word) ?? []), rest[++at] ?? ''])
    else if (word.startsWith('-') && word !== '-N') throw new Error(`An example uses ${word}`)
    else if (word !== '-N') addresses.push(word)
  }
  const [address = ''] = addresses
  const [json] = options.get('-d') ?? []
  const parts = options.get('-F')
  const body = parts ? await formOf(parts, folder) : json
  const [seconds] = options.get('--max-time') ?? []
  const ask = async (signal?: AbortSignal) => {
    const response = await fetch(address, {
      method: options.get('-X')?.[0] ?? (body === undefined ? 'GET' : 'POST'),
      headers: (options.get('-H') ?? []).map((header): [string, string] => {
        const [name = '', value = ''] = header.split(/: (.*)/)
        return [name, value]
      }),
      ...(body === undefined ? {} : { body }),
      ...(signal && { signal }),
    })
    return { status: response.status, body: await textOf(response) }
  }
  return seconds ? within(Number(seconds) * 1000, ask) : ask()
}
