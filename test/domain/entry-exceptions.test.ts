import { expect, test } from 'vitest'
import { noticedOfEntries } from '@/domain/entry-exceptions'

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`)
const now = at('21:00')
const entry = {
  id: 'e',
  startedAt: at('08:00'),
  endedAt: at('16:00'),
  flagged: false,
  outside: false,
  breaks: [],
}
type Pause = { startedAt: Date; endedAt: Date | null }
type Entry = Omit<typeof entry, 'endedAt' | 'breaks'> & { endedAt: Date | null; breaks: Pause[] }

const found = (...entries: Entry[]) =>
  noticedOfEntries(entries, {
    ...{ now, longestShiftMinutes: 960 },
    dayOf: (moment) => moment.toISOString().slice(0, 10),
  })

test.each<[string, Partial<Entry>, Array<[string, number]>]>([
  ['eight hours are nothing out of the ordinary', {}, []],
  ['twelve of sixteen hours are not yet near the longest shift', { endedAt: at('20:00') }, []],
  ['a minute more is long', { endedAt: at('20:01') }, [['entry_long', 1]]],
  ['whoever is still in then is overdue', { endedAt: null }, [['entry_overdue', 60]]],
  ['one that ended by itself waits for a decision anyway', { endedAt: at('23:59'), flagged: true }, []],
  ['four minutes are a mistake at the clock', { endedAt: at('08:04') }, [['entry_short', 1]]],
  ['five may be meant', { endedAt: at('08:05') }, []],
  ['a break of two hours may be meant', { breaks: [{ startedAt: at('12:00'), endedAt: at('14:00') }] }, []],
  [
    'a longer one is told',
    { breaks: [{ startedAt: at('12:00'), endedAt: at('14:01') }] },
    [['break_long', 1]],
  ],
  [
    'also while it lasts',
    { startedAt: at('12:00'), endedAt: null, breaks: [{ startedAt: at('18:30'), endedAt: null }] },
    [['break_long', 30]],
  ],
  ['outside the site, where a phone said so', { outside: true }, [['outside_site', 0]]],
])('%s', (_title, change, expected) => {
  expect(found({ ...entry, ...change }).map(({ code, beyond }) => [code, beyond])).toEqual(expected)
})

test('a few minutes of another kind of work right after the first are no mistake', () => {
  const next = { ...entry, id: 'f', startedAt: at('16:00'), endedAt: at('16:03') }
  expect(found(entry, next)).toEqual([])
})

test('an entry tells of its day and of itself', () => {
  expect(found({ ...entry, outside: true })).toEqual([
    { code: 'outside_site', beyond: 0, entryId: 'e', day: '2026-03-02' },
  ])
})
