import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { pageWordProblems } from '../../../scripts/check/page-words'

const folder = mkdtempSync(join(tmpdir(), 'clockface-page-words-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** An app of its own, in which a page draws something at once and opens something later. */
function app(name: string, files: Record<string, string>): string {
  const all = {
    'app/layout.tsx': "export default async () => wordsOf(['fields', 'layout'])",
    'app/error.tsx': "'use client'\nuseTranslations('layout')",
    'app/not-found.tsx': "useTranslations('places')",
    'parts/board.tsx':
      "'use client'\nimport type { Pay } from './pay'\nconst sheet = () => import('./sheet')\nuseTranslations('sessions.board')",
    'parts/sheet.tsx': "import { Row } from './row'\nuseTranslations('attendance')",
    'parts/row.tsx': "useTranslations('layout')",
    'parts/pay.tsx': "useTranslations('payments')",
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true })
    writeFileSync(join(folder, name, path), text)
  }
  return join(folder, name, 'app')
}

const page = (nouns: string) =>
  `import { Board } from '../../parts/board'\nuseTranslations('study')\nexport default withWords([${nouns}], Page)`

test('a page gives what its parts in the browser say, now and later, and nothing else', () => {
  expect(pageWordProblems(app('right', { 'app/teach/page.tsx': page("'sessions', 'attendance'") }))).toEqual(
    [],
  )
})

test.each([
  ['lacks what is opened later', "'sessions'"],
  ['gives what nothing says', "'attendance', 'sessions', 'payments'"],
  ['gives what is given around it', "'attendance', 'sessions', 'layout'"],
])('a page that %s is told what it has to give', (_, nouns) => {
  expect(pageWordProblems(app(nouns, { 'app/teach/page.tsx': page(nouns) }))).toEqual([
    "app/teach/page.tsx has to give the browser the words of just these: ['attendance', 'sessions']",
  ])
})

test('a layout gives its own', () => {
  const files = {
    'app/teach/layout.tsx': "import { Pay } from '../../parts/pay-menu'",
    'parts/pay-menu.tsx': "'use client'\nimport { Pay } from './pay'",
    'app/teach/page.tsx': page("'attendance', 'sessions'"),
  }
  expect(pageWordProblems(app('layout', files))).toEqual([
    "app/teach/layout.tsx has to give the browser the words of just these: ['payments']",
  ])
})
