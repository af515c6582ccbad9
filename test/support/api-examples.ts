import { readFileSync } from 'node:fs'

/** An example of docs/api.md: a command, and what the lines after it say of its answer. */
export interface ApiExample {
  command: string
  line: number
  /** Words that later examples use, each with where it stands in the answer. */
  kept: Array<[word: string, path: string]>
  /** The status, where it is none of success. */
  refused: number | null
  /** Asked again until this stands in the answer. */
  until: [path: string, value: string] | null
}

const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length

/** Every block of a shell in docs/api.md, in its order. A comment that says nothing known is a mistake. */
export function apiExamples(): ApiExample[] {
  const text = readFileSync('docs/api.md', 'utf8')
  return [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(({ 1: block = '', index }) => {
    const lines = block.trim().split('\n')
    const comments = lines.filter((line) => line.startsWith('#'))
    const example: ApiExample = {
      command: lines.filter((line) => !line.startsWith('#')).join('\n'),
      line: lineOf(text, index),
      ...{ kept: [], refused: null, until: null },
    }
    for (const comment of comments) understand(comment, example)
    return example
  })
}

function understand(comment: string, example: ApiExample): void {
  const [, word, path] = /^# ([A-Z_]+) is the answer's (\S+)\.$/.exec(comment) ?? []
  const [, status] = /^# Answers (\d{3})\.$/.exec(comment) ?? []
  const [, stands, value] = /^# Again until the answer's (\S+) is (\S+)\.$/.exec(comment) ?? []
  if (word && path) example.kept.push([word, path])
  else if (status) example.refused = Number(status)
  else if (stands && value) example.until = [stands, value]
  else throw new Error(`docs/api.md says what the test does not understand: ${comment}`)
}

/** What stands in an answer at `faces[0].id`. */
export function standsAt(answer: unknown, path: string): string {
  const steps = path.split(/[.[\]]+/).filter(Boolean)
  const found = steps.reduce<unknown>((at, step) => Object(at)[step], answer)
  if (found === undefined || found === null)
    throw new Error(`There is no ${path} in ${JSON.stringify(answer)}`)
  return String(found)
}
