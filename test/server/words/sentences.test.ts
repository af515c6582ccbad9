import { describe, expect, test } from 'vitest'
import { errorTable, isErrorCode } from '@/domain/errors'
import { fieldError, fieldErrorCodes } from '@/domain/field-errors'
import { languages } from '@/domain/locale'
import { messagesOf } from '@/server/words/catalogues'
import { errorSentences, fieldSentence } from '@/server/words/sentences'

describe.each(languages)('in %s', (language) => {
  const reader = { catalogue: language, format: language }
  const params = {
    seconds: 30,
    type: 'application/json',
    scope: 'classes:read',
    tokens: 2,
    students: 2,
    leaders: 2,
    number: 1,
    kiosks: 2,
    metres: 200,
    count: 2,
    people: 2,
    places: 2,
    most: 20,
    years: 2,
    until: '2028-03-01',
    kind: 'premium',
    named: 'yes',
    factored: 'yes',
    factor: '1.5',
    others: 2,
    lines: 2,
    names: 'Kim Cook',
    texts: 'Łukasz',
    name: 'Kim Cook',
    from: '2026-03-01',
    to: '2026-03-31',
    max: 5,
    digits: 6,
    email: 'kim@cafe.example',
    min: 5,
  }

  test('every error has a title and a text that are whole sentences', () => {
    for (const code of Object.keys(errorTable).filter(isErrorCode)) {
      const { title, text } = errorSentences(reader, code, params)
      for (const part of [title, text]) expect(part, code).toMatch(/^[\p{Lu}\p{Nd}¿¡„“].*[.?!]$/su)
    }
  })

  test('every error of a field has a sentence', () => {
    const given = { max: 5, min: 2, length: 6, from: 2000, to: 2099, megabytes: 10 }
    for (const code of fieldErrorCodes) {
      expect(fieldSentence(reader, fieldError(code, given)), code).toMatch(/^[\p{Lu}].*\.$/su)
    }
  })

  test('no sentence is left for an error that is not', () => {
    const { sentence: _, ...groups } = messagesOf(language).errors
    const codes = Object.entries(groups).flatMap(([group, entries]) =>
      Object.keys(entries).map((key) => `${group}.${key}`),
    )
    expect(codes.filter((code) => !isErrorCode(code))).toEqual([])
  })
})

test('how long to wait is said in the reader’s words', () => {
  const said = (language: 'en' | 'de', seconds: number) =>
    errorSentences({ catalogue: language, format: language }, 'request.too_many', { seconds }).text
  expect(said('en', 30)).toContain('30 seconds')
  expect(said('en', 1)).toContain('1 second,')
  expect(said('en', 895)).toContain('15 minutes')
  expect(said('de', 30)).toContain('30 Sekunden')
})
