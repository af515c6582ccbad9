import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { isConfigurationFresh } from '../docs/configuration'
import { declareMessages } from '../words/declare'
import { classProblems } from './class-names'
import { containerProblems } from './container'
import { foreignKeyProblems } from './foreign-keys'
import { houseProblems } from './house-rules'
import { lockfileProblems } from './lockfile'
import { pageWordProblems } from './page-words'
import { wordProblems } from './words'

/** What a check has to complain about; nothing when all is well. */
type Check = () => Promise<string> | string

/** Runs a tool of node_modules and gives back what it printed when it failed. */
async function tool(script: string, args: string[]): Promise<string> {
  const child = spawn(process.execPath, [`node_modules/${script}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', REDOCLY_TELEMETRY: 'off', NO_COLOR: '1' },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const [code] = await once(child, 'close')
  return code === 0 ? '' : printed.trim() || `${script} ended with ${code}`
}

async function types() {
  declareMessages()
  // Declares the types of styles and of every route, which are not kept in git.
  return (await tool('next/dist/bin/next', ['typegen'])) || tool('typescript/bin/tsc', ['--noEmit'])
}

const description = '.cache/openapi.json'

/** Every procedure has an address for programs or says why not, and the description of all is a valid one. */
async function door() {
  const made = await tool('tsx/dist/cli.mjs', [
    '--conditions=react-server',
    'scripts/check/openapi.ts',
    description,
  ])
  return (
    made ||
    tool('@redocly/cli/bin/cli.js', ['lint', '--extends=recommended-strict', '--format=stylish', description])
  )
}

const rooms = ['src', 'scripts', 'test', 'prisma']
const cruise = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long']

/** Slow ones first, so that those that run side by side end together. */
export const checks: Record<string, Check> = {
  types,
  unused: () => tool('knip/bin/knip.js', ['--no-progress']),
  imports: () => tool('dependency-cruiser/bin/dependency-cruise.mjs', [...rooms, ...cruise]),
  door,
  'format and lint': () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  classes: () => classProblems(),
  lockfile: () => lockfileProblems().join('\n'),
  'foreign keys': () => foreignKeyProblems().join('\n'),
  container: async () => (await containerProblems()).join('\n'),
  files: () => houseProblems().join('\n'),
  words: () => [...wordProblems(), ...pageWordProblems()].join('\n'),
  docs: () =>
    isConfigurationFresh()
      ? ''
      : 'docs/configuration.md is not what src/server/env.ts says. Run: npm run docs',
}

export interface CheckResult {
  name: string
  passed: boolean
}

/** Runs every check, two at a time, telling each in a line. */
export async function runChecks(): Promise<CheckResult[]> {
  const waiting = Object.entries(checks)
  const results: CheckResult[] = []
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, check] = next
      const started = Date.now()
      const complaint = await check()
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      console.log(complaint ? `✗ ${name}\n${complaint}\n` : `✓ ${name} (${seconds} s)`)
      results.push({ name, passed: !complaint })
    }
  }
  await Promise.all([worker(), worker()])
  return results
}
