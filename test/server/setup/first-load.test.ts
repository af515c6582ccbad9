import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'

/** What is asked of every page, compressed. */
const MOST_BYTES = 200 * 1024

const MANIFEST = 'page_client-reference-manifest.js'

interface Manifest {
  entryJSFiles: Record<string, string[]>
}

function manifestOf(file: string): Manifest {
  const world: { __RSC_MANIFEST?: Record<string, Manifest> } = {}
  runInNewContext(readFileSync(file, 'utf8'), { globalThis: world, self: world })
  const [manifest] = Object.values(world.__RSC_MANIFEST ?? {})
  if (!manifest) throw new Error(`${file} says nothing`)
  return manifest
}

const { rootMainFiles } = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')) as {
  rootMainFiles: string[]
}

/** Every page of the build with the scripts that a first visit fetches before anything is done on it. */
const pages = readdirSync('.next/server/app', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith(MANIFEST))
  .map((name) => {
    const { entryJSFiles } = manifestOf(join('.next/server/app', name))
    const scripts = new Set([...rootMainFiles, ...Object.values(entryJSFiles).flat()])
    return [`/${dirname(name)}`, [...scripts].map((script) => join('.next', script))] as const
  })

const bytesOf = (script: string) => statSync(existsSync(`${script}.br`) ? `${script}.br` : script).size

test('the build has pages', () => {
  expect(pages.length).toBeGreaterThan(50)
})

describe.each(pages)('a first visit to %s', (_, scripts) => {
  test('fetches at most 200 KB of JavaScript', () => {
    expect(scripts.length).toBeGreaterThan(4)
    expect(scripts.reduce((sum, script) => sum + bytesOf(script), 0)).toBeLessThanOrEqual(MOST_BYTES)
  })

  test('does not fetch what checks forms', () => {
    expect(scripts.filter((script) => readFileSync(script, 'utf8').includes('ZodError'))).toEqual([])
  })
})
