import { expect, test } from 'vitest'
import { employeeTopic, placeTopic, sessionTopic, workplaceTopic } from '@/domain/live'
import { type Fact, gathered, MOST_TOPICS } from '@/domain/live-facts'

const changed = (workplaceId: string, userId: string): Fact => ({
  topics: [workplaceTopic(workplaceId), employeeTopic(userId)],
  payload: { type: 'timeEntry.changed', workplaceId, userId },
})

const many = (count: number, workplaceId = 'cafe') =>
  Array.from({ length: count }, (_, at) => changed(workplaceId, `person ${at}`))

test('one person’s hours that changed several times are told once, and whose they are', () => {
  expect(gathered([changed('cafe', 'ben'), changed('cafe', 'ben')])).toEqual([changed('cafe', 'ben')])
})

test('the hours of several are told by one event, which names nobody', () => {
  expect(gathered(many(300))).toEqual([
    {
      topics: [workplaceTopic('cafe'), ...many(300).map(({ topics }) => topics[1])],
      payload: { type: 'hours.changed', workplaceId: 'cafe' },
    },
  ])
})

test('no event has more topics than a bound, and everybody is told', () => {
  const told = gathered(many(1200))
  expect(told).toHaveLength(3)
  expect(Math.max(...told.map(({ topics }) => topics.length))).toBe(MOST_TOPICS)
  expect(new Set(told.flatMap(({ topics }) => topics)).size).toBe(1201)
})

test('each workplace is told its own', () => {
  const told = gathered([...many(2, 'cafe'), ...many(2, 'bar'), changed('pub', 'ben')])
  expect(told.map(({ payload }) => payload)).toEqual([
    { type: 'hours.changed', workplaceId: 'cafe' },
    { type: 'hours.changed', workplaceId: 'bar' },
    { type: 'timeEntry.changed', workplaceId: 'pub', userId: 'ben' },
  ])
})

test('other facts stay as they are, in their order', () => {
  const facts: Fact[] = [
    { topics: [sessionTopic('one')], payload: { type: 'roster.changed' } },
    { topics: [placeTopic('class')], payload: { type: 'session.cancelled', sessionId: 'one' } },
  ]
  expect(gathered(facts)).toEqual(facts)
})
