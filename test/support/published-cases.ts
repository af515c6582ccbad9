import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'

export interface PublishedCase {
  readonly id: string
  readonly given: Readonly<Record<string, unknown>>
  readonly expect: Readonly<Record<string, unknown>>
}

type Translation = (one: PublishedCase) => void

/** The cases of a file under CASES_DIR; none where that is absent. */
function casesOf(file: string): PublishedCase[] {
  if (!process.env.CASES_DIR) return []
  return JSON.parse(readFileSync(join(process.env.CASES_DIR, file), 'utf8')).cases
}

/** Compares the cases of a file with what Clockface says; each is translated, or left out for a reason. */
export function published(
  file: string,
  translated: Readonly<Record<string, Translation>>,
  leftOut: Readonly<Record<string, string>>,
) {
  describe(`answers that others published: ${file}`, () => {
    const cases = casesOf(file)
    if (cases.length === 0) it.skip('need the folder CASES_DIR', () => {})
    for (const one of cases) {
      const translation = translated[one.id]
      if (translation) it(`${one.id} comes out here too`, () => translation(one))
      else it.skip(`${one.id} is left out: ${leftOut[one.id] ?? 'not translated yet'}`, () => {})
    }
  })
}

/** One translation for several cases. */
export const each = (ids: readonly string[], translation: Translation) =>
  Object.fromEntries(ids.map((id) => [id, translation]))
