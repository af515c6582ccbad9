import { describe, expect, test } from 'vitest'
import {
  dropMark,
  type KeptMark,
  keepMark,
  keptOf,
  markRefused,
  markSent,
  nextToSend,
  perhapsSent,
  standingWanted,
  standsAs,
  withKeptMarks,
  withoutMarks,
} from '@/domain/kept-marks'

const mark = (id: string, studentId: string, more: Partial<KeptMark> = {}): KeptMark => ({
  ...{ id, studentId, sessionId: 'lesson', name: studentId, refused: null },
  ...{ wanted: { status: 'PRESENT' }, seen: 'WAITING', ...more },
})
const ids = (kept: readonly KeptMark[]) => kept.map(({ id }) => id)

describe('marks without a network', () => {
  test('are sent in the order in which they were made, but for those that their teacher has to decide', () => {
    const kept = keepMark([mark('1', 'anna'), mark('2', 'ben')], mark('3', 'clara'))
    expect(ids(kept)).toEqual(['1', '2', '3'])
    expect(nextToSend(markRefused(kept, { id: '1' }, 'no'))?.id).toBe('2')
    expect(nextToSend([])).toBeUndefined()
    expect(ids(dropMark(kept, { id: '2' }))).toEqual(['1', '3'])
  })

  test('are one a student: the last counts, compared with what stood before the first', () => {
    const later = mark('3', 'anna', { wanted: { status: 'ABSENT' }, seen: 'PRESENT' })
    const kept = keepMark([mark('1', 'anna'), mark('2', 'ben')], later)
    expect(ids(kept)).toEqual(['2', '3'])
    expect(kept[1]).toMatchObject({ seen: 'WAITING', wanted: { status: 'ABSENT' } })
    // In another session they are somebody else's.
    expect(ids(keepMark(kept, mark('4', 'anna', { sessionId: 'other' })))).toEqual(['2', '3', '4'])
  })

  test('what takes the place of one while it is sent goes on from there', () => {
    const first = mark('1', 'anna', { wanted: { status: 'LATE' } })
    const second = mark('2', 'anna', { wanted: null, seen: 'LATE' })
    const kept = keepMark([first], second)
    expect(markSent(kept, first)).toEqual([{ ...second, seen: 'LATE' }])
    expect(markSent([second], second)).toEqual([])
    expect(markSent(keepMark([second], first), second)).toEqual([{ ...first, seen: 'WAITING' }])
  })

  test('what one took the place of waits again once that one is undone, unless it was sent meanwhile', () => {
    const first = mark('1', 'anna')
    const second = mark('2', 'anna', { wanted: { status: 'LATE' } })
    const kept = keepMark([first, mark('3', 'ben')], second)
    const undone = { marks: [second], replaced: [first] }
    expect(ids(withoutMarks(kept, undone))).toEqual(['3', '1'])
    expect(ids(withoutMarks(kept, { ...undone, replaced: [] }))).toEqual(['3'])
    // The first was on its way already, and has arrived.
    expect(ids(withoutMarks(markSent(kept, first), undone))).toEqual(['3'])
    // The second has arrived itself.
    expect(ids(withoutMarks(markSent(kept, second), undone))).toEqual(['3'])
  })

  test('may stand at the server once they are kept no more, and while they are sent', () => {
    const [first, second] = [mark('1', 'anna'), mark('2', 'ben')]
    const marks = [first, second]
    expect(perhapsSent(marks, { marks, sending: false })).toEqual([])
    expect(perhapsSent(marks, { marks, sending: true })).toEqual([first])
    expect(perhapsSent([second], { marks, sending: false })).toEqual([first])
    // Another mark has taken its place: that one is what is wanted.
    const instead = keepMark([first], mark('3', 'anna', { wanted: null }))
    expect(perhapsSent(instead, { marks: [first], sending: true })).toEqual([])
    const refused = markRefused(marks, first, 'changed')
    expect(perhapsSent(refused, { marks, sending: true })).toEqual([second])
  })

  test('stand where the record says what they wanted', () => {
    const students = [
      { id: 'anna', record: { status: 'PRESENT' as const, clockedOutAt: null } },
      { id: 'ben', record: null },
    ]
    expect(standsAs(mark('1', 'anna'), students)).toBe(true)
    expect(standsAs(mark('1', 'anna', { wanted: { status: 'LATE' } }), students)).toBe(false)
    expect(standsAs(mark('1', 'ben', { wanted: null }), students)).toBe(true)
    expect(standsAs(mark('1', 'ben'), students)).toBe(false)
    expect(standsAs(mark('1', 'gone', { wanted: null }), students)).toBe(false)
  })

  test('are seen at once where they were made, with the times that stood, and not once they were refused', () => {
    const at = new Date('2026-03-02T08:00:00Z')
    const record = {
      status: 'PRESENT',
      method: 'FACE',
      clockedInAt: at,
      clockedOutAt: null,
      note: 'bus',
    } as const
    const students = [
      { id: 'anna', record: null },
      { id: 'ben', record },
      { id: 'clara', record },
      { id: 'dora', record },
    ]
    const shown = withKeptMarks(students, [
      mark('1', 'anna', { wanted: { status: 'EXCUSED', note: 'ill' } }),
      mark('2', 'ben', { wanted: { status: 'LATE' } }),
      mark('3', 'clara', { wanted: null }),
      mark('4', 'dora', { refused: 'changed' }),
    ])
    expect(shown).toEqual([
      {
        id: 'anna',
        record: { status: 'EXCUSED', method: 'HAND', clockedInAt: null, clockedOutAt: null, note: 'ill' },
      },
      { id: 'ben', record: { ...record, status: 'LATE', method: 'HAND' } },
      { id: 'clara', record: null },
      { id: 'dora', record },
    ])
  })

  test('say what stood when they were made', () => {
    const of = { id: '1', sessionId: 'lesson', studentId: 'anna', name: 'Anna', wanted: null }
    expect(keptOf(of, null).seen).toBe('WAITING')
    expect(keptOf(of, { status: 'LATE', clockedOutAt: null }).seen).toBe('LATE')
    expect(keptOf(of, { status: 'LATE', clockedOutAt: new Date() }).seen).toBe('LEFT')
    expect(standingWanted(null)).toBe('WAITING')
    expect(standingWanted({ status: 'PRESENT', left: true })).toBe('LEFT')
    expect(standingWanted({ status: 'ABSENT', left: false })).toBe('ABSENT')
  })
})
