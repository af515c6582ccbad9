import { type Topic, workplaceTopic } from './live'
import type { LiveEventPayload } from './live-schema'

export interface Fact {
  topics: Topic[]
  payload: LiveEventPayload
}

/** So many topics has one event at most. */
export const MOST_TOPICS = 500

/**
 * The facts of one transaction, as few as say the same: whose hours changed with those of others at a workplace is told
 * together with them, by an event that names nobody, for everybody hears it.
 */
export function gathered(facts: readonly Fact[]): Fact[] {
  const changed = new Map<string, Set<Topic>>()
  const others = facts.filter(({ topics, payload }) => {
    if (payload.type !== 'timeEntry.changed') return true
    const known = changed.get(payload.workplaceId) ?? new Set()
    for (const topic of topics) known.add(topic)
    changed.set(payload.workplaceId, known)
    return false
  })
  const hours = [...changed].flatMap(([workplaceId, topics]) => {
    const own = facts.find(({ payload }) => 'workplaceId' in payload && payload.workplaceId === workplaceId)
    const alone = topics.size === own?.topics.length
    return alone ? [own] : together(workplaceId, [...topics])
  })
  return [...others, ...hours]
}

function together(workplaceId: string, topics: Topic[]): Fact[] {
  const people = topics.filter((topic) => topic !== workplaceTopic(workplaceId))
  const size = MOST_TOPICS - 1
  return Array.from({ length: Math.ceil(people.length / size) }, (_, at) => ({
    topics: [workplaceTopic(workplaceId), ...people.slice(at * size, (at + 1) * size)],
    payload: { type: 'hours.changed', workplaceId },
  }))
}
