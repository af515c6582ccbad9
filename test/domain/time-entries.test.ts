import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ActEffect,
  act,
  type ClockAct,
  clockActs,
  forgottenOut,
  lastAct,
  lastSeen,
  standingOf,
  takeBack,
  timesProblem,
  type Worked,
} from '@/domain/time-entries'
import { workedMs } from '@/domain/worked-days'

const at = (time: string) => new Date(`2026-03-02T${time}Z`)
const entry = (from: string, to: string | null = null, ...breaks: [string, string | null][]): Worked => ({
  startedAt: at(from),
  endedAt: to ? at(to) : null,
  breaks: breaks.map(([start, end]) => ({ startedAt: at(start), endedAt: end ? at(end) : null })),
})
const changed = (made: Worked) => ({ kind: 'changed', entry: made })

describe('clocking in and out', () => {
  test('whoever is out comes in, and whoever is in goes out', () => {
    expect(act(null, 'in', at('08:00'))).toEqual(changed(entry('08:00')))
    expect(act(entry('08:00'), 'out', at('16:00'))).toEqual(changed(entry('08:00', '16:00')))
  })

  test('whoever is in already is in since the first time, however long ago', () => {
    const open = entry('08:00')
    expect(act(open, 'in', at('08:01:59'))).toEqual({ kind: 'stands', entry: open })
    expect(act(open, 'in', at('11:00'))).toEqual({ kind: 'stands', entry: open })
  })

  test('a second clock-out within two minutes is the same one; later there is nothing to end', () => {
    const left = entry('08:00', '16:00')
    expect(act(left, 'out', at('16:02'))).toEqual({ kind: 'stands', entry: left })
    expect(act(left, 'out', at('16:02:00.001'))).toEqual({ kind: 'not_in' })
    expect(act(null, 'out', at('16:00'))).toEqual({ kind: 'not_in' })
  })

  test('nobody leaves before they came, and nobody is back before they left', () => {
    expect(act(entry('08:00'), 'out', at('07:59:58'))).toEqual(changed(entry('08:00', '08:00')))
    expect(act(entry('08:00', '16:00'), 'in', at('15:59:59'))).toEqual(changed(entry('16:00')))
  })

  test('leaving ends an open break', () => {
    const onBreak = entry('08:00', null, ['12:00', null])
    expect(act(onBreak, 'out', at('12:30'))).toEqual(changed(entry('08:00', '12:30', ['12:00', '12:30'])))
  })
})

describe('breaks', () => {
  test('start and end, each harmless twice', () => {
    const started = entry('08:00', null, ['12:00', null])
    const ended = entry('08:00', null, ['12:00', '12:30'])
    expect(act(entry('08:00'), 'break_start', at('12:00'))).toEqual(changed(started))
    expect(act(started, 'break_start', at('12:05'))).toEqual({ kind: 'stands', entry: started })
    expect(act(started, 'break_end', at('12:30'))).toEqual(changed(ended))
    expect(act(ended, 'break_end', at('12:31'))).toEqual({ kind: 'stands', entry: ended })
  })

  test('nobody takes one who is not in', () => {
    expect(act(null, 'break_start', at('12:00'))).toEqual({ kind: 'not_in' })
    expect(act(entry('08:00', '16:00'), 'break_end', at('16:01'))).toEqual({ kind: 'not_in' })
  })
})

describe('taking back at the kiosk', () => {
  test('within five minutes a clock-in never was, and a clock-out is open again', () => {
    expect(takeBack(entry('08:00'), at('08:05'))).toEqual({ kind: 'removed' })
    expect(takeBack(entry('08:00', '16:00'), at('16:05'))).toEqual(changed(entry('08:00')))
    expect(takeBack(entry('08:00'), at('08:05:00.001'))).toEqual({ kind: 'too_late' })
  })

  test('a clock-out that ended a break gives the break back too', () => {
    const left = entry('08:00', '12:30', ['10:00', '10:15'], ['12:00', '12:30'])
    const before = entry('08:00', null, ['10:00', '10:15'], ['12:00', null])
    expect(takeBack(left, at('12:33'))).toEqual(changed(before))
  })

  test('the start and the end of a break', () => {
    expect(takeBack(entry('08:00', null, ['12:00', null]), at('12:01'))).toEqual(changed(entry('08:00')))
    const back = entry('08:00', null, ['12:00', '12:30'])
    expect(takeBack(back, at('12:31'))).toEqual(changed(entry('08:00', null, ['12:00', null])))
  })
})

describe('a forgotten clock-out', () => {
  test('ends after the longest shift, undisputed until they were last seen', () => {
    const forgotten = entry('08:00', null, ['12:00', '12:30'])
    expect(forgottenOut(forgotten, 960, at('23:59:59.999'))).toBeNull()
    const closed = forgottenOut(forgotten, 960, new Date('2026-03-03T00:00:00Z'))
    expect(closed?.entry.endedAt).toEqual(new Date('2026-03-03T00:00:00Z'))
    expect(closed?.undisputedUntil).toEqual(at('12:30'))
  })

  test('an open break ends with it, and what came before the break is undisputed', () => {
    const closed = forgottenOut(entry('08:00', null, ['12:00', null]), 600, at('18:00'))
    expect(closed).toEqual({
      entry: entry('08:00', '18:00', ['12:00', '18:00']),
      undisputedUntil: at('12:00'),
    })
  })

  test('whoever went out did not forget it', () => {
    expect(forgottenOut(entry('08:00', '09:00'), 60, at('23:00'))).toBeNull()
  })
})

test('times that nobody can have worked are told apart', () => {
  const now = at('20:00')
  expect(timesProblem(entry('08:00', '16:00', ['12:00', '12:30']), now)).toBeNull()
  expect(timesProblem(entry('16:00', '08:00'), now)).toBe('end_before_start')
  expect(timesProblem(entry('16:00', '16:00'), now)).toBe('end_before_start')
  expect(timesProblem(entry('16:00', '20:00:01'), now)).toBe('in_future')
  expect(timesProblem(entry('08:00', '16:00', ['07:59', '08:30']), now)).toBe('break_outside')
  expect(timesProblem(entry('08:00', '16:00', ['15:30', '16:01']), now)).toBe('break_outside')
  expect(timesProblem(entry('08:00', '16:00', ['12:00', null]), now)).toBe('break_outside')
  expect(timesProblem(entry('08:00', '16:00', ['12:00', '12:30'], ['12:29', '13:00']), now)).toBe(
    'break_outside',
  )
})

describe('whatever is clocked in whatever order', () => {
  const clockings = fc.array(
    fc.record({ what: fc.constantFrom<ClockAct>(...clockActs), wait: fc.integer({ min: -3, max: 300 }) }),
  )
  const begin = at('08:00').getTime()

  /** Everything that was clocked, one act after the other. */
  function clock(acts: readonly { what: ClockAct; wait: number }[], check: (last: Worked | null) => void) {
    let last: Worked | null = null
    let now = begin
    for (const { what, wait } of acts) {
      now += wait * 60_000
      const effect: ActEffect = act(last, what, new Date(now))
      if (effect.kind === 'changed') last = effect.entry
      check(last)
    }
    return { last, now: new Date(now) }
  }

  test('no time runs backwards, and at most one break is open, only while they are in', () => {
    fc.assert(
      fc.property(clockings, (acts) => {
        clock(acts, (last) => {
          if (!last) return
          const moments = [
            last.startedAt,
            ...last.breaks.flatMap((pause) => [pause.startedAt, pause.endedAt ?? pause.startedAt]),
            last.endedAt ?? lastSeen(last),
          ]
          expect(moments).toEqual(moments.toSorted((a, b) => a.getTime() - b.getTime()))
          const open = last.breaks.filter(({ endedAt }) => endedAt === null).length
          expect(open).toBe(standingOf(last) === 'on_break' ? 1 : 0)
          expect(workedMs(last, lastSeen(last))).toBeGreaterThanOrEqual(0)
        })
      }),
    )
  })

  test('the same act at once again changes nothing', () => {
    fc.assert(
      fc.property(clockings, fc.constantFrom<ClockAct>(...clockActs), (acts, what) => {
        const { last, now } = clock(acts, () => {})
        const once = act(last, what, now)
        if (once.kind === 'changed') expect(act(once.entry, what, now).kind).toBe('stands')
      }),
    )
  })

  test('what is taken back at once is as it was before', () => {
    fc.assert(
      fc.property(clockings, fc.constantFrom<ClockAct>(...clockActs), (acts, what) => {
        const { last, now } = clock(acts, () => {})
        const effect = act(last, what, now)
        if (effect.kind !== 'changed') return
        const { at: moment } = lastAct(effect.entry)
        const taken = takeBack(effect.entry, moment)
        if (what === 'in') expect(taken).toEqual({ kind: 'removed' })
        else if (last && lastSeen(last) < moment) expect(taken).toEqual({ kind: 'changed', entry: last })
      }),
    )
  })
})
