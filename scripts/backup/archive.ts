import { createHmac, hkdfSync } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { SetupError } from '../setup/setup-error.mjs'

/** The first line of a backup. */
export const headerSchema = z.object({
  clockface: z.literal('backup'),
  format: z.literal(1),
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** Names the key that its sealed bytes open with, without telling it. */
  faceKeyFingerprint: z.string(),
  migrations: z.array(z.string()),
  /** Constraints that hold for new rows alone. */
  unvalidated: z.array(z.string()),
})

const within = z.string().refine((path) => !path.startsWith('/') && !path.split('/').includes('..'))
const name = z.tuple([z.string(), z.string()])
const lineSchema = z.union([
  z.string(),
  z.strictObject({ file: within, base64: z.string() }),
  z.strictObject({ table: name, columns: z.array(z.string()) }),
  z.strictObject({ sequence: name, value: z.string(), called: z.boolean() }),
  headerSchema,
])
const endSchema = z.strictObject({ lines: z.int(), seal: z.string() })

export type Header = z.output<typeof headerSchema>
/** What a line says; a text alone is a row of the table before it. */
export type Line = z.output<typeof lineSchema>

/** Nobody without the key makes a backup, or changes one, that is taken for ours. */
function sealing(faceKey: string) {
  const key = hkdfSync('sha256', Buffer.from(faceKey, 'base64'), '', 'clockface backup', 32)
  return createHmac('sha256', Buffer.from(key))
}

async function* sealed(lines: AsyncIterable<Line>, faceKey: string): AsyncGenerator<Buffer> {
  const seal = sealing(faceKey)
  let count = 0
  for await (const line of lines) {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    seal.update(bytes)
    count++
    yield bytes
  }
  yield Buffer.from(`${JSON.stringify({ lines: count, seal: seal.digest('hex') })}\n`)
}

/** Writes a backup whole or not at all, line by line, and reads it once more before it has its name. */
export async function writeArchive(file: string, lines: AsyncIterable<Line>, faceKey: string): Promise<void> {
  if (existsSync(file)) throw new SetupError(`${file} is there already. Name another file.`)
  const part = `${file}.part`
  try {
    await pipeline(
      Readable.from(sealed(lines, faceKey)),
      createGzip(),
      createWriteStream(part, { mode: 0o600 }),
    )
    const handle = await open(part, 'r')
    await handle.sync()
    await handle.close()
    await checkArchive(part, faceKey)
    await rename(part, file)
  } finally {
    rmSync(part, { force: true })
  }
}

async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = []
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, end + 1)])
      begun = []
      from = end + 1
    }
    if (from < chunk.length) begun.push(chunk.subarray(from))
  }
  if (begun.length > 0) yield Buffer.concat(begun)
}

async function* rawLines(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const source = createReadStream(file)
  source.on('error', (error) => gunzip.destroy(error))
  try {
    yield* splitLines(source.pipe(gunzip))
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new SetupError(`${file} is not there.`)
    if (code === 'EISDIR') throw new SetupError(`${file} is a folder. Name the file that a backup wrote.`)
    if (code.startsWith('Z_')) throw damaged(file)
    throw error
  } finally {
    source.destroy()
  }
}

const damaged = (file: string) =>
  new SetupError(
    `${file} is cut off, damaged or was changed: it is not what a backup wrote. Nothing was touched; take another one.`,
  )

const parsed = (file: string, line: Buffer): unknown => {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    throw damaged(file)
  }
}

/** What a backup says of itself; not checked yet. */
export async function readHeader(file: string): Promise<Header> {
  for await (const line of rawLines(file)) {
    const header = headerSchema.safeParse(parsed(file, line))
    if (header.success) return header.data
    break
  }
  throw new SetupError(`${file} is no backup that this version of Clockface can read.`)
}

/** Reads all of it, and refuses it where it is not, to the last byte, what was written with this key. */
export async function checkArchive(file: string, faceKey: string): Promise<void> {
  const seal = sealing(faceKey)
  let lines = 0
  let last: Buffer | undefined
  for await (const line of rawLines(file)) {
    if (last) {
      seal.update(last)
      lines++
    }
    last = line
  }
  const end = endSchema.safeParse(last && parsed(file, last))
  if (!end.success || end.data.lines !== lines || end.data.seal !== seal.digest('hex')) throw damaged(file)
}

/** The lines of a backup that was checked, without its first and its last. */
export async function* readArchive(file: string): AsyncGenerator<Exclude<Line, Header>> {
  let number = 0
  for await (const line of rawLines(file)) {
    if (number++ === 0) continue
    const value = parsed(file, line)
    if (endSchema.safeParse(value).success) return
    yield (typeof value === 'string' ? value : lineSchema.parse(value)) as Exclude<Line, Header>
  }
}
