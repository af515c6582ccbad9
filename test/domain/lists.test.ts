import { describe, expect, test } from 'vitest'
import { boardRows, readFilters, reviewRows } from '@/domain/lists'

describe('what an address says of a list', () => {
  test('is taken where it fits, and left out where it does not', () => {
    expect(
      readFilters('payments', { search: ' R-7 ', from: '2026-03-01', to: 'soon', sort: 'WAGE' }),
    ).toEqual({
      ...{ search: 'R-7', from: '2026-03-01', sort: 'NEWEST' },
    })
    expect(readFilters('people', { tab: 'team', state: 'PAST', search: '' })).toEqual({
      ...{ state: 'PAST', sort: 'NAME' },
    })
  })
})

const person = (name: string, more: object = {}) => ({
  ...{ userId: name, employmentId: name, name, standing: 'IN', minutesToday: 0 },
  ...{ state: 'OPEN', paidMinutes: 0, overtimeMinutes: 0, gross: null, ...more },
})
const names = (people: Array<{ name: string }>) => people.map(({ name }) => name)

describe('who is shown', () => {
  const people = [
    person('Zoe', { minutesToday: 60, paidMinutes: 600, state: 'PAID', gross: { amount: 100 } }),
    person('Álvaro', { minutesToday: 30, overtimeMinutes: 30, gross: { amount: 900 } }),
    person('Bert', { standing: 'GONE', minutesToday: 60, paidMinutes: 60 }),
  ]

  test('on a board: by name or by hours, those of a standing, those with what was typed', () => {
    expect(names(boardRows(people, { sort: 'NAME' }))).toEqual(['Álvaro', 'Bert', 'Zoe'])
    expect(names(boardRows(people, { sort: 'HOURS' }))).toEqual(['Bert', 'Zoe', 'Álvaro'])
    expect(names(boardRows(people, { sort: 'NAME', show: 'GONE' }))).toEqual(['Bert'])
    expect(names(boardRows(people, { sort: 'NAME', search: 'alva' }))).toEqual(['Álvaro'])
  })

  test('of a period: by name, hours, overtime or pay, those whose hours stand somewhere', () => {
    expect(names(reviewRows(people, { sort: 'HOURS' }))).toEqual(['Zoe', 'Bert', 'Álvaro'])
    expect(names(reviewRows(people, { sort: 'OVERTIME' }))).toEqual(['Álvaro', 'Bert', 'Zoe'])
    expect(names(reviewRows(people, { sort: 'GROSS' }))).toEqual(['Álvaro', 'Zoe', 'Bert'])
    expect(names(reviewRows(people, { sort: 'NAME', state: 'PAID' }))).toEqual(['Zoe'])
  })
})
