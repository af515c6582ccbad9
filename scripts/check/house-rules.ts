import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { commentProblems } from './comments'

const folders = ['src', 'scripts', 'test', 'prisma']
const kinds = ['.ts', '.tsx', '.mjs', '.css']
const leftOut = ['src/server/db/generated', 'prisma/migrations']
const mostLines = 300
const fewLines = { share: 0.95, lines: 200 }
const medianLines = 60

/** Every source file that people write. */
function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (leftOut.includes(path)) return []
    if (entry.isDirectory()) return sourceFiles(path)
    return kinds.includes(extname(path)) ? [path] : []
  })
}

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/
const vague = /^(utils?|helpers?|lib|libs|common|misc|index)$/

function nameProblems(path: string): string[] {
  const inApp = path.startsWith('src/app/')
  return path.split('/').flatMap((part) => {
    // Next’s own: (group), [param], [...rest], [[...rest]].
    const name = inApp
      ? part
          .replace(/^\((.*)\)$/, '$1')
          .replace(/^\[(\.\.\.)?[a-zA-Z]+\]$|^\[\[\.\.\.[a-zA-Z]+\]\]$/, 'param')
      : part
    if (!kebab.test(name)) return [`${path}: "${part}" is not kebab-case`]
    return vague.test(basename(name).split('.')[0] ?? '')
      ? [`${path}: "${part}" says nothing; name what is in it`]
      : []
  })
}

function serverProblem(path: string, text: string): string[] {
  if (!path.startsWith('src/server/') || path.endsWith('.d.ts')) return []
  return text.startsWith("import 'server-only'\n")
    ? []
    : [`${path}: the first line must be: import 'server-only'`]
}

function sizeProblems(sizes: { path: string; lines: number }[]): string[] {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  const problems = sizes
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${mostLines}`)
  if (at(0.5) > medianLines)
    problems.push(`Half of the files have more than ${at(0.5)} lines, at most ${medianLines}`)
  if (at(fewLines.share) > fewLines.lines) {
    problems.push(`Too many files have more than ${fewLines.lines} lines: at most 5 % may`)
  }
  return problems
}

/** What a file of the server keeps on globalThis has a name of its own: two that share one would share what is in it. */
function globalProblems(files: { path: string; text: string }[]): string[] {
  const kept = new Map<string, string[]>()
  for (const { path, text } of files) {
    if (!path.startsWith('src/server/')) continue
    for (const [, name = ''] of text.matchAll(/\b(clockface[A-Z]\w*)\?:/g))
      kept.set(name, [...(kept.get(name) ?? []), path])
  }
  return [...kept]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `globalThis.${name} is kept by ${paths.join(' and ')}`)
}

/** A row asks for its page when it is pressed: the hundreds that a table may have would ask for hundreds at once. */
function rowProblems({ path, text }: { path: string; text: string }): string[] {
  if (!path.startsWith('src/components/') || !/<T[dr]\b/.test(text)) return []
  const links = text.match(/<(Link|TextLink)\b[^>]*/g) ?? []
  return links.some((link) => link.includes('href={') && !link.includes('prefetch={false}'))
    ? [`${path}: a link in a table needs prefetch={false}`]
    : []
}

/** What the rules of the house about files find wrong, a line each. */
export function houseProblems(): string[] {
  const files = folders.flatMap(sourceFiles).map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const sizes = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
  return [
    ...files.flatMap(({ path, text }) => [...nameProblems(path), ...serverProblem(path, text)]),
    ...sizeProblems(sizes),
    ...globalProblems(files),
    ...files.flatMap(rowProblems),
    ...commentProblems(files),
  ]
}
