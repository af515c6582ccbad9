import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { variables } from '../../src/server/env'

const file = 'docs/configuration.md'

const head = `# Configuration

Every variable that Clockface reads. None has to be set: \`npm start\` works without any.
This page is made from \`src/server/env.ts\` by \`npm run docs\`.

| variable | default | meaning |
|---|---|---|
`

const tail = `
Tests also read \`CHROMIUM_PATH\` (the browser to drive), \`FACES_DIR\` and \`HARD_INPUTS_DIR\` (folders of pictures),
and \`CASES_DIR\` (cases with published answers); they are not part of Clockface, and what needs them is skipped without them.
`

function defaultOf(name: keyof typeof variables.shape): string {
  const { data } = variables.shape[name].safeParse(undefined)
  if (data === undefined) return ''
  const text = String(data)
  return code(text.startsWith('/') ? relative('.', text) : text)
}

const code = (text: string) => `\`${text}\``

/** The page as it should be. */
function configurationPage(): string {
  const names = Object.keys(variables.shape) as (keyof typeof variables.shape)[]
  const rows = names.map(
    (name) => `| ${code(name)} | ${defaultOf(name)} | ${variables.shape[name].description} |`,
  )
  return `${head}${rows.join('\n')}\n${tail}`
}

/** Whether the page that is there says what env.ts says. */
export function isConfigurationFresh(): boolean {
  try {
    return readFileSync(file, 'utf8') === configurationPage()
  } catch {
    return false
  }
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(file, configurationPage())
  console.log(file)
}
