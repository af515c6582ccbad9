import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutArcs, layOutTicks } from '@/domain/dial'

const counts = fc.array(fc.nat(500), { minLength: 1, maxLength: 6 })

describe('Shares around the dial', () => {
  test('three of four present fill three quarters of the turn', () => {
    expect(layOutArcs([3], 4)).toEqual([{ start: 0, length: 0.75 }])
  })

  test('a class without students leaves the dial empty', () => {
    expect(layOutArcs([0, 0], 0)).toEqual([
      { start: 0, length: 0 },
      { start: 0, length: 0 },
    ])
  })

  test('each share begins where the one before it ends, and together they are what is filled', () => {
    fc.assert(
      fc.property(counts, fc.nat(3000), (values, total) => {
        const arcs = layOutArcs(values, total)
        const sum = values.reduce((all, value) => all + value, 0)
        const whole = Math.max(sum, total)
        let end = 0
        for (const arc of arcs) {
          expect(arc.start).toBeCloseTo(end)
          end = arc.start + arc.length
        }
        expect(end).toBeCloseTo(whole === 0 ? 0 : sum / whole)
        expect(end).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})

test('A clock face has sixty ticks, of which twelve stand out, the first at the top', () => {
  const ticks = layOutTicks(60)
  expect(ticks.filter((tick) => tick.major)).toHaveLength(12)
  expect(ticks[0]).toMatchObject({ x1: 100, y1: 2 })
})
