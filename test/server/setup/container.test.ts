import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  composeFile,
  composeProblems,
  containerProblems,
  dockerfile,
  dockerfileProblems,
  workflow,
  workflowProblems,
} from '../../../scripts/check/container'
import { ignores } from '../../../scripts/image/context'
import { readCopy, readStages } from '../../../scripts/image/dockerfile'
import { secretsOf } from '../../../scripts/setup/secrets'

const dir = mkdtempSync(join(tmpdir(), 'clockface-container-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** A copy of one of our files with one thing changed. */
function broken(file: string, from: string, to: string) {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  const path = join(dir, file.replaceAll('/', '-'))
  writeFileSync(path, text.replace(from, to))
  return path
}

test('Dockerfile, compose file and workflow as they are have no problem', async () => {
  expect(await containerProblems()).toEqual([])
})

describe('the check of the Dockerfile complains about', () => {
  const said = (from: string, to: string) => dockerfileProblems(broken(dockerfile, from, to)).join('\n')

  test('an image without a version', () => {
    expect(said('FROM node:20.20.2-bookworm-slim AS', 'FROM node AS')).toMatch(/Missing\s+Tag/)
  })
  test('an instruction that does not exist', () => {
    expect(said('EXPOSE 3000', 'EXPSE 3000')).toContain('Invalid Command')
  })
  test('a step that writes outside the folder that it runs in', () => {
    expect(said('&& mkdir data', '&& mkdir /data')).toContain('a path in a RUN is relative')
  })
})

describe('the check of the compose file complains about', () => {
  const said = (from: string, to: string) => composeProblems(broken(composeFile, from, to)).join('\n')

  test('a key that does not exist', () => {
    expect(said('stop_grace_period: 10s', 'stop_grace: 10s')).toContain('(invalid-schema)')
  })
  test('a port that is open on every address without saying so', () => {
    expect(said('"0.0.0.0:80:80"', '"80:80"')).toContain('(no-unbound-port-interfaces)')
  })
})

describe('the check of the workflow complains about', () => {
  const said = async (from: string, to: string) =>
    (await workflowProblems(broken(workflow, from, to))).join('\n')

  test('a job that waits for one that is not there', async () => {
    expect(await said('needs: test', 'needs: tests')).toContain('(job-needs)')
  })
  test('an expression that reads what does not exist', async () => {
    expect(await said('steps.names.outputs.tags', 'steps.name.outputs.tags')).toContain('(expression)')
  })
  test('an action that somebody else can change', async () => {
    expect(await said('checkout@11bd71901bbe5b1630ceea73d27597364c9af683', 'checkout@v4')).toContain(
      'actions/checkout@v4 can change',
    )
  })
})

describe('npm run image reads', () => {
  test('stages, with steps that go over several lines', () => {
    expect(readStages('# why\nFROM a:1 AS one\nRUN x && \\\n  y\n\nFROM one\nUSER node\n')).toEqual([
      { name: 'one', from: 'a:1', instructions: [{ name: 'RUN', rest: 'x &&    y' }] },
      { name: '1', from: 'one', instructions: [{ name: 'USER', rest: 'node' }] },
    ])
  })
  test('what is copied, from where, to where and for whom', () => {
    expect(readCopy('--from=build --chown=node:node /app/a /app/b ./')).toEqual({
      from: 'build',
      owner: 'node:node',
      paths: ['/app/a', '/app/b'],
      to: './',
    })
  })
  test('.dockerignore: the last line that fits decides', () => {
    const ignored = ignores('**/.*\n!.npmrc\n**/*.md\ntest\n')
    expect(
      ['.env', 'src/.secret/key', 'docs/a.md', 'test/a.ts', 'test'].filter((path) => !ignored(path)),
    ).toEqual([])
    expect(['.npmrc', 'src/a.ts', 'testing/a.ts'].filter(ignored)).toEqual([])
  })
  test('our own .dockerignore keeps secrets and data of an installation out', () => {
    const ignored = ignores(readFileSync('.dockerignore', 'utf8'))
    const inside = [
      '.env',
      '.data/secrets.json',
      '.git/config',
      'node_modules/next/package.json',
      '.next/BUILD_ID',
    ]
    expect(inside.filter((path) => !ignored(path))).toEqual([])
    expect(['package-lock.json', 'src/app/page.tsx', 'public/models/MANIFEST.md'].filter(ignored)).toEqual([])
  })
})

test('with database and secrets from the environment, as in a container, a start writes no secrets of its own', () => {
  const given = {
    DATABASE_URL: 'postgresql://db/clockface',
    NEXTAUTH_SECRET: 'a',
    FACE_KEY: 'b',
    DATA_DIR: dir,
  }
  expect(secretsOf(given)).toMatchObject({ NEXTAUTH_SECRET: 'a', FACE_KEY: 'b' })
  expect(existsSync(join(dir, 'secrets.json'))).toBe(false)
  const made = secretsOf({ ...given, FACE_KEY: undefined })
  expect(made.NEXTAUTH_SECRET).toBe('a')
  expect(JSON.parse(readFileSync(join(dir, 'secrets.json'), 'utf8'))).toMatchObject({
    FACE_KEY: made.FACE_KEY,
  })
})

test('the image is not built with a model missing: npm run models -- --complete ends with 1', () => {
  const env = { ...process.env, MODELS_DIR: join(dir, 'models'), MODEL_MIRROR: join(dir, 'nowhere') }
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/models/build.ts', '--complete'],
    { env, encoding: 'utf8' },
  )
  expect(status).toBe(1)
  expect(stderr).toContain('without retail-0095, minifasnet-v2, as said above')
})
