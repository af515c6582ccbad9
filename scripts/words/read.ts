import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

type Tree = { [key: string]: string | Tree }

/** Messages by their full key: `classes.new.title`. */
export type Messages = Map<string, string>

/** Every message of one language: what the files of a folder say. */
export function readLanguage(folder: string): Messages {
  const messages: Messages = new Map()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    collect(JSON.parse(readFileSync(join(folder, file), 'utf8')), basename(file, '.json'), messages)
  }
  return messages
}

function collect(tree: Tree, path: string, messages: Messages) {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') messages.set(`${path}.${key}`, value)
    else collect(value, `${path}.${key}`, messages)
  }
}
