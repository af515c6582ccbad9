import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export const sourceFolder = 'messages/en'
const declaration = '.cache/messages.d.ts'

/** Tells TypeScript every key of the source language and the arguments of its messages. */
export function declareMessages() {
  const nouns = readdirSync(sourceFolder)
    .filter((file) => file.endsWith('.json'))
    .map(
      (file) =>
        `${JSON.stringify(basename(file, '.json'))}: ${readFileSync(join(sourceFolder, file), 'utf8').trim()}`,
    )
  const text = `import 'next-intl'

declare module 'next-intl' {
  interface AppConfig {
    Messages: {
${nouns.join(',\n')}
    }
  }
}
`
  mkdirSync('.cache', { recursive: true })
  writeFileSync(declaration, text)
}
