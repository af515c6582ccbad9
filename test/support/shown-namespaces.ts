import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const importing = /from '((?:@\/components\/|\.\.?\/)[^']+)'/g
const naming = /(?:use|get)Translations\('([^']+)'\)/g

function fileOf(name: string, from: string): string | undefined {
  const path = name.startsWith('@/') ? join('src', name.slice(2)) : join(dirname(from), name)
  return [`${path}.tsx`, `${path}.ts`].find((file) => existsSync(file))
}

/** The namespaces of words that pages below a folder of `src/app` show, by whatever components they are made of. */
export function namespacesShown(folder: string): string[] {
  const root = join('src/app', folder)
  const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  )
  const files = new Set(pages.map((name) => join(root, name)))
  const namespaces = new Set<string>()
  // A file that is added meanwhile is visited too.
  for (const file of files) {
    const source = readFileSync(file, 'utf8')
    for (const [, name = ''] of source.matchAll(naming)) namespaces.add(name)
    for (const [, name = ''] of source.matchAll(importing)) {
      const found = fileOf(name, file)
      if (found) files.add(found)
    }
  }
  return [...namespaces].sort()
}
