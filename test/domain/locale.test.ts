import { describe, expect, test } from 'vitest'
import { directionOf, languageOf, readerLocale } from '@/domain/locale'

describe('whose language is written', () => {
  test.each([
    ['the first that the browser wants and we have', null, 'fr-FR, de-AT;q=0.8, en;q=0.5', 'de', 'de-AT'],
    ['by how much it is wanted, not by place', null, 'en;q=0.4, es-MX;q=0.9', 'es', 'es-MX'],
    ['what the person chose, written as in the browser’s region', 'de', 'en-CH, de;q=0.5', 'de', 'de-CH'],
    ['what the person chose, in their own region of it', 'en', 'de-DE, en-GB;q=0.7', 'en', 'en-GB'],
    ['English where the browser wants nothing we have', null, 'fr-CA, ja', 'en', 'en-CA'],
    ['English where it says nothing', null, null, 'en', 'en'],
    ['English where it says nonsense', null, ';;q=,***,!!', 'en', 'en'],
    ['no language that the browser rules out', null, 'de;q=0, es', 'es', 'es'],
    ['a choice that is none of ours counts as none', 'xx', 'de-DE', 'de', 'de-DE'],
  ])('%s', (_title, chosen, accepted, catalogue, format) => {
    expect(readerLocale({ chosen, accepted })).toEqual({ catalogue, format })
  })

  test('the made-up languages are there for whoever asks, where they are offered', () => {
    const pseudo = { catalogue: 'ar-XB', format: 'ar-XB' } as const
    expect(readerLocale({ chosen: 'de', accepted: 'ar-XB', pseudo: true })).toEqual(pseudo)
    expect(readerLocale({ chosen: null, accepted: 'ar-XB' })).toEqual({ catalogue: 'en', format: 'en-XB' })
    expect(directionOf(pseudo)).toBe('rtl')
  })

  test.each([
    ['de-AT', 'de'],
    ['es', 'es'],
    ['ar-XB', 'en'],
  ])('what is shown under %s is in the language %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language)
  })
})
