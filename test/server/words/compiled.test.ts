import compile from 'icu-minify/compile'
import { _createCache, createTranslator } from 'use-intl/core'
import formatCompiled from 'use-intl/format-message/format-only'
import { describe, expect, test } from 'vitest'
import { type Language, languages } from '@/domain/locale'
import { messagesOf } from '@/server/words/catalogues'

interface Tree {
  [key: string]: string | Tree
}

const leaves = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value)))

/** What stands in a message for tags and arguments: every tag keeps what it holds, every argument is the one value. */
function valuesOf(message: string, value: number | string) {
  const tags = [...message.matchAll(/<(\w+)>/g)].map(([, tag]) => [
    tag,
    (held: string | string[]) => `<${[held].flat().join('')}>`,
  ])
  const names = [...message.matchAll(/\{(\w+)/g)].map(([, name]) => [name, value])
  return Object.fromEntries([...names, ...tags])
}

/** What a message reads as through the formatter that reads sentences itself. */
function read(locale: Language, message: string, value: number | string): unknown {
  const t = createTranslator({
    locale,
    messages: { message },
    timeZone: 'UTC',
    onError: (error) => {
      throw error
    },
  })
  return t.markup('message', valuesOf(message, value))
}

/** What it reads as in a browser, to which it comes compiled. */
function readCompiled(locale: Language, message: string, value: number | string): unknown {
  const said = formatCompiled(
    'message',
    JSON.parse(JSON.stringify(compile(message))),
    valuesOf(message, value),
    {
      ...{ locale, timeZone: 'UTC', cache: _createCache() },
      formatters: {
        getNumberFormat: (...args) => new Intl.NumberFormat(...args),
        getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
        getPluralRules: (...args) => new Intl.PluralRules(...args),
        getRelativeTimeFormat: (...args) => new Intl.RelativeTimeFormat(...args),
        getListFormat: (...args) => new Intl.ListFormat(...args),
        getDisplayNames: (...args) => new Intl.DisplayNames(...args),
      },
    },
  )
  return Array.isArray(said) ? said.join('') : said
}

describe.each(languages)('in %s', (language) => {
  test('every sentence says in a browser what it says on the server', () => {
    for (const message of leaves(messagesOf(language) as unknown as Tree)) {
      const options = [...message.matchAll(/(\w+) \{/g)].map(([, option]) => option ?? '')
      const said = /\{\w+, (date|time)/.test(message) ? [] : ['somebody', ...options]
      for (const value of message.includes('{') ? [0, 1, 2, ...said] : [0]) {
        expect(readCompiled(language, message, value), message).toBe(read(language, message, value))
      }
    }
  })
})
