import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutByTile, tilePyramid } from '@/domain/face/tiles'

const pictures = fc.record({
  width: fc.integer({ min: 50, max: 12_000 }),
  height: fc.integer({ min: 50, max: 8000 }),
})

describe('the squares in which a group is looked for', () => {
  it('are the whole picture, then tiles with a side of L / 1.5 and L / 2', () => {
    const tiles = tilePyramid(600, 400, 100)
    expect(tiles[0]).toEqual({ x: 0, y: -100, side: 600 })
    expect([...new Set(tiles.map(({ side }) => side))]).toEqual([600, 400, 300])
  })

  it('show the smallest eyes 10 pixels apart, whatever the size of the photo', () => {
    fc.assert(
      fc.property(pictures, ({ width, height }) => {
        const sides = tilePyramid(width, height, 15).map(({ side }) => side)
        expect((15 * 256) / Math.min(...sides)).toBeGreaterThan(9.5)
      }),
    )
  })

  it('hold every face of up to a quarter of their side whole, wherever it is', () => {
    const faces = fc.record({
      picture: pictures,
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
      share: fc.double({ min: 0.01, max: 0.25, noNaN: true }),
    })
    fc.assert(
      fc.property(faces, ({ picture, x, y, share }) => {
        const all = tilePyramid(picture.width, picture.height, 15)
        for (const side of new Set(all.map((tile) => tile.side))) {
          const tiles = all.filter((tile) => tile.side === side)
          const size = Math.min(side * share, picture.width, picture.height)
          const box = {
            x: x * (picture.width - size),
            y: y * (picture.height - size),
            width: size,
            height: size,
          }
          expect(tiles.some((tile) => !cutByTile(box, tile, picture))).toBe(true)
        }
      }),
    )
  })

  it('are few enough for 50 megapixels', () => {
    for (const [width, height] of [
      [8000, 6000],
      [7000, 7000],
      [10_000, 5000],
    ] as const) {
      expect(tilePyramid(width, height, 15).length).toBeLessThan(1000)
    }
  })
})
