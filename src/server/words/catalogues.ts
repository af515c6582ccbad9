import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import compile from 'icu-minify/compile'
import type { Messages } from 'next-intl'
import formatMessage from 'use-intl/format-message'
import { isPseudoLocale, type ReaderLocale } from '@/domain/locale'
import { pseudoMessage } from './pseudo'

interface Mapped<To> {
  [key: string]: To | Mapped<To>
}

type Tree = Mapped<string>

type Catalogue = ReaderLocale['catalogue']

const known = new Map<Catalogue, Messages>()

/** A build has a formatter that cannot read sentences (next.config.mjs): browsers need not load what reads them. */
const isBuilt = formatMessage.raw === false

/** Every sentence in one language, as the formatter at hand takes it: what the files of `messages/<language>/` say. */
export function messagesOf(catalogue: Catalogue): Messages {
  const kept = known.get(catalogue)
  if (kept) return kept
  const plain = isPseudoLocale(catalogue) ? mapped(read('en'), pseudoMessage) : read(catalogue)
  const messages = isBuilt ? mapped(plain, compiled) : plain
  // The same keys in every language is what `npm run check` sees to.
  const typed = messages as unknown as Messages
  if (process.env.NODE_ENV !== 'development') known.set(catalogue, typed)
  return typed
}

/** Of plain objects: a page hands nothing else to a browser, and those of the compiler have no prototype. */
const compiled = (message: string): unknown => JSON.parse(JSON.stringify(compile(message)))

function read(language: string): Tree {
  const folder = join(process.cwd(), 'messages', language)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  )
}

function mapped<To>(tree: Tree, each: (message: string) => To): Mapped<To> {
  const entries = Object.entries(tree).map(([key, value]): [string, To | Mapped<To>] => [
    key,
    typeof value === 'string' ? each(value) : mapped(value, each),
  ])
  return Object.fromEntries(entries)
}
