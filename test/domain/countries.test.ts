import { describe, expect, it } from 'vitest'
import { countries, usageOf } from '@/domain/countries'
import { isCurrency } from '@/domain/money'

describe('what is usual in a country', () => {
  it.each(countries)('%s has a currency that pay can be calculated in', (country) => {
    expect(isCurrency(usageOf(country).currency)).toBe(true)
  })
})
