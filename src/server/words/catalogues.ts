import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Messages } from 'next-intl'
import { isPseudoLocale, type ReaderLocale } from '@/domain/locale'
import { pseudoMessage } from './pseudo'

interface Tree {
  [key: string]: string | Tree
}

type Catalogue = ReaderLocale['catalogue']

const known = new Map<Catalogue, Messages>()

/** Every sentence in one language: what the files of `messages/<language>/` say, each under its name. */
export function messagesOf(catalogue: Catalogue): Messages {
  const kept = known.get(catalogue)
  if (kept) return kept
  const messages = isPseudoLocale(catalogue) ? pseudo(read('en')) : read(catalogue)
  // The same keys in every language is what `npm run check` sees to.
  const typed = messages as unknown as Messages
  if (process.env.NODE_ENV !== 'development') known.set(catalogue, typed)
  return typed
}

function read(language: string): Tree {
  const folder = join(process.cwd(), 'messages', language)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  )
}

function pseudo(tree: Tree): Tree {
  const entries = Object.entries(tree).map(([key, value]): [string, string | Tree] => [
    key,
    typeof value === 'string' ? pseudoMessage(value) : pseudo(value),
  ])
  return Object.fromEntries(entries)
}
