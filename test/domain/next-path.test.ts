import { describe, expect, test } from 'vitest'
import { nextPath } from '@/domain/next-path'

describe('Where signing in leads', () => {
  test.each([
    ['a path is followed', '/join/ABC234', '/join/ABC234'],
    ['query and place on the page are kept', '/study?day=2026-05-12#now', '/study?day=2026-05-12#now'],
    ['of an address only the path is kept', 'https://elsewhere.example/study', '/study'],
  ])('%s', (_, given, expected) => {
    expect(nextPath(given)).toBe(expected)
  })

  test.each([
    ['//elsewhere.example'],
    ['/\\elsewhere.example'],
    ['/\t/elsewhere.example'],
    ['/.//elsewhere.example'],
    ['http://elsewhere.example//other.example'],
    ['javascript:alert(1)'],
    ['/'],
    [''],
    [undefined],
    [['/a', '/b']],
  ])('%j leads nowhere, so the person lands on their start page', (given) => {
    expect(nextPath(given)).toBeNull()
  })
})
