import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf, WALL_GAP, wallLayout, wallOrder } from '@/domain/projector'

const screens = fc.record({
  width: fc.integer({ min: 500, max: 3000 }),
  height: fc.integer({ min: 400, max: 2000 }),
  screen: fc.integer({ min: 600, max: 2160 }),
  names: fc.array(fc.constantFrom('Kim', 'Anna Lindholm', 'Wilhelmine Okonkwo-Lindström'), {
    maxLength: 400,
  }),
})

describe('names on a wall', () => {
  test('stand in the room there is, none is left out, and none is too small to be read from eight metres', () => {
    fc.assert(
      fc.property(screens, (room) => {
        const { size, columns, rows, pages } = wallLayout(room)
        expect(size).toBeGreaterThanOrEqual(Math.max(20, Math.round(room.screen * 0.026)))
        expect(columns * rows * pages).toBeGreaterThanOrEqual(room.names.length)
        expect(columns * rows * (pages - 1)).toBeLessThan(Math.max(1, room.names.length))
        // Of the tiles that there are, which are no narrower than those that were counted with.
        const letters = Math.floor((((room.width + WALL_GAP) / columns - WALL_GAP) / size - 3.2) / 0.56)
        const lines = Math.max(1, ...room.names.map((name) => linesOf(name, Math.max(1, letters))))
        const high = rows * ((2.95 + (lines - 1) * 1.25) * size + 4 + WALL_GAP) - WALL_GAP
        if (rows > 1) expect(high).toBeLessThanOrEqual(room.height - (pages > 1 ? 60 : 0))
        if (columns > 1) expect(columns * (11 * size + WALL_GAP) - WALL_GAP).toBeLessThanOrEqual(room.width)
      }),
    )
  })

  test('that are long are seen whole: they stand on more lines, or in smaller type', () => {
    const wall = { width: 1400, height: 880, screen: 1080 }
    const sizeOf = (name: string) =>
      wallLayout({ ...wall, names: Array.from({ length: 30 }, () => name) }).size
    expect(sizeOf('Wilhelmine Okonkwo-Lindström')).toBeLessThan(sizeOf('Kim'))
  })

  test('are larger the fewer there are', () => {
    const wall = { width: 1400, height: 880, screen: 1080 }
    const [few, class30, school] = [12, 30, 200].map((students) =>
      wallLayout({ ...wall, names: Array.from({ length: students }, () => 'Anna Berg') }),
    )
    expect(few).toMatchObject({ pages: 1 })
    expect(class30).toMatchObject({ pages: 1 })
    expect(school).toMatchObject({ size: 28 })
    expect(few?.size).toBeGreaterThan(class30?.size ?? 0)
    expect(school?.pages).toBeGreaterThan(1)
  })
})

test.each([
  ['Ida Owner', 13, 1],
  ['Anna Lindholm', 13, 1],
  ['Person 001 Okonkwo', 18, 1],
  ['Person 001 Okonkwo', 13, 2],
  ['Maximilianexyzabc', 13, 2],
  ['Student 002 Okonkwo-Lindström', 13, 3],
  ['Wolfeschlegelsteinhausenbergerdorff the Elder', 13, 3],
])('%s, of %i letters a line, stands on %i', (name, letters, lines) => {
  expect(linesOf(name, letters)).toBe(lines)
})

test('whoever is missing comes first, and both groups are by name', () => {
  const at = new Date('2026-03-02T08:00:00Z')
  const someone = (name: string, status: 'PRESENT' | 'ABSENT' | 'EXCUSED' | null) => ({
    ...{ id: name, name },
    record: status && { status, clockedInAt: at, clockedOutAt: null },
  })
  const students = [
    someone('Dora', 'PRESENT'),
    someone('Ben', null),
    someone('Carl', 'EXCUSED'),
    someone('Anna', 'PRESENT'),
    someone('Zoe', 'ABSENT'),
    someone('Adam', null),
  ]
  const order = wallOrder(students, { state: 'OPEN' }).map(({ name }) => name)
  expect(order).toEqual(['Adam', 'Ben', 'Zoe', 'Anna', 'Carl', 'Dora'])
})
