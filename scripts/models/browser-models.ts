import { join, resolve } from 'node:path'
import { modelNames, modelTable } from '../../src/domain/face/model-table'
import { readIfThere, sha256Of, writeWhole } from './files'
import { modelSources } from './manifest'
import { readSource } from './source-files'

export const publicDir = resolve(import.meta.dirname, '../../public/models')

/** What the browser needs to guide a person: found faces and their points. */
const browserFiles = [...modelSources.blazeface.files, ...modelSources.facemesh.files]

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

export async function copyBrowserModels(to = publicDir): Promise<number> {
  let copied = 0
  for (const file of browserFiles) {
    const path = join(to, nameOf(file.path))
    const present = await readIfThere(path)
    if (present && sha256Of(present) === file.hash.value) continue
    await writeWhole(path, await readSource(file))
    copied++
  }
  return copied
}

/** The text of public/models/MANIFEST.md: source, licence and SHA-256 of every model. */
export function manifestPage(): string {
  const server = modelNames.map((name) => {
    const { title, source, licence, converter } = modelSources[name]
    const { file, sha256, role } = modelTable[name]
    return `| ${file} | ${role} | ${title} | ${source} | ${licence} | ${converter} | \`${sha256}\` |`
  })
  const browser = (['blazeface', 'facemesh'] as const).flatMap((name) =>
    modelSources[name].files.map((file) => {
      const { source, licence, title } = modelSources[name]
      return `| ${nameOf(file.path)} | ${title} | ${source} | ${licence} | \`${file.hash.value}\` |`
    }),
  )
  const sources = modelNames.flatMap((name) =>
    modelSources[name].files.map(
      (file) => `| ${file.url ?? `npm: ${file.path}`} | ${file.hash.algorithm} \`${file.hash.value}\` |`,
    ),
  )
  return [
    '# Models',
    '',
    'Written by `npm run models`; change scripts/models/manifest.ts and run it again. No model file is committed.',
    '',
    '## On the server, in `.models/`',
    '',
    '| file | role | model | source | licence | conversion | sha256 |',
    '|---|---|---|---|---|---|---|',
    ...server,
    '',
    '## In the browser, in this folder',
    '',
    '| file | model | source | licence | sha256 |',
    '|---|---|---|---|---|',
    ...browser,
    '',
    '## What they are made from',
    '',
    '| source file | hash |',
    '|---|---|',
    ...sources,
    '',
  ].join('\n')
}

export async function writeManifestPage(to = publicDir): Promise<boolean> {
  const path = join(to, 'MANIFEST.md')
  const page = manifestPage()
  if ((await readIfThere(path))?.toString('utf8') === page) return false
  await writeWhole(path, page)
  return true
}
