import { parse } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { languages, pseudoLocales } from '@/domain/locale'
import { messagesOf } from '@/server/words/catalogues'
import { pseudoMessage } from '@/server/words/pseudo'
import { languageProblems, unusedKeys } from '../../../scripts/check/words'

type Tree = { [key: string]: string | Tree }

function messages(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : messages(value)))
}

test.each([...languages, ...pseudoLocales])(
  'every message in %s can be read by the formatter',
  (language) => {
    const all = messages(messagesOf(language) as unknown as Tree)
    expect(all.length).toBeGreaterThan(1000)
    for (const message of all) expect(() => parse(message), message).not.toThrow()
  },
)

test.each([
  ['plain words', 'End the session', /^⟦Éñð ţĥé šéššíóñ/],
  ['an argument stays', 'Leave {name}?', /^⟦Ļ?\S*éáṽé \{name\}\?/],
  [
    'branches are changed inside',
    '{n, plural, one {# day} other {# days}}',
    /^⟦\{n, plural, one \{# ðáý\} other \{# ðáýš\}\}/,
  ],
  ['tags stay', 'Since <b>nine</b>', /^⟦Šíñçé|^⟦Síñçé <b>ñíñé<\/b>/],
])('in the made-up language %s', (_title, message, expected) => {
  expect(pseudoMessage(message)).toMatch(expected)
  expect(pseudoMessage(message)).toMatch(/⟧$/)
})

test('the check names what is missing, too much, unreadable, or has other arguments', () => {
  const originals = new Map([
    ['a.plain', 'Save'],
    ['a.count', '{count, plural, one {# day} other {# days}}'],
    ['a.name', 'Leave {name}?'],
    ['a.broken', 'Fine'],
  ])
  const german = new Map([
    ['a.count', '{count} Tage'],
    ['a.name', 'Verlassen?'],
    ['a.broken', '{oops'],
    ['a.more', 'Mehr'],
  ])
  const problems = languageProblems('de', german, originals).join('\n')
  expect(problems).toContain('a.plain is missing')
  expect(problems).toContain('a.count has other arguments')
  expect(problems).toContain('a.name has other arguments than en: {name}')
  expect(problems).toContain('a.broken is no message')
  expect(problems).toContain('a.more is not in en')
  expect(languageProblems('en', originals, originals)).toEqual([])
})

test('the check names keys that no code can mean', () => {
  const originals = new Map([
    ['classes.new.title', ''],
    ['classes.status.LATE', ''],
    ['classes.gone', ''],
  ])
  const named = {
    whole: new Set(['new.title']),
    begun: new Set(['status.']),
    namespaces: new Set(['classes']),
  }
  expect(unusedKeys(originals, named)).toEqual(['classes.gone'])
})
