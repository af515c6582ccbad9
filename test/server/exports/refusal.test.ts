import { expect, test } from 'vitest'
import type { AppError } from '@/domain/errors'
import { refusalOf } from '@/server/exports/refusal'
import { errorSentences } from '@/server/words/sentences'

const words = ({ code, params }: AppError, catalogue: 'en' | 'de' | 'es' = 'en') =>
  errorSentences({ catalogue, format: catalogue }, code, params)

const line = { kind: 'premium', name: 'Night', factor: '0.25' } as const

test('what payroll cannot be told is named, whom and what it is about, in the reader’s language', () => {
  const missing = refusalOf([
    { code: 'wage_type_missing', ...line },
    { code: 'wage_type_missing', kind: 'regular', name: null, factor: '1' },
  ])
  expect(words(missing).text).toContain('premium “Night” × 0.25 and 1 more.')
  expect(words(missing, 'de').text).toContain('Zuschlag „Night“ × 0.25 und 1 weitere.')
  expect(words(missing, 'es').text).toContain('plus «Night» × 0.25 y 1 más.')
  const column = refusalOf([{ code: 'column_missing', kind: 'regular', name: null, factor: '1' }])
  expect(words(column).text).toContain('these lines: regular hours.')
  const numbers = refusalOf(['Ada', 'Bo'].map((person) => ({ code: 'number_missing' as const, person })))
  expect(words(numbers)).toMatchObject({ title: '2 numbers for payroll are missing.' })
  expect(words(numbers).text).toContain('Ada, Bo')
  const sign = refusalOf([{ code: 'unwritable', text: 'Nguyễn', characters: 'ễ' }])
  expect(words(sign).text).toContain('Nguyễn (ễ)')
  expect(() => refusalOf([])).toThrow(RangeError)
})
