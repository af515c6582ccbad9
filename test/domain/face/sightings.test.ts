import { describe, expect, it } from 'vitest'
import type { Detection } from '@/domain/face/detections'
import { type Look, sightings } from '@/domain/face/sightings'
import { tilePyramid } from '@/domain/face/tiles'

const picture = { width: 2000, height: 1500 }
const tiles = tilePyramid(picture.width, picture.height, 15)

const faceOf = (x: number, y: number, side: number): Detection => ({
  score: 0.8,
  box: { x: x - side / 2, y: y - side / 2, width: side, height: side },
  eyes: [
    { x: x - side * 0.2, y: y - side * 0.15 },
    { x: x + side * 0.2, y: y - side * 0.15 },
  ],
})

/** Every square sees what a rule says of it. */
const looksThat = (see: (side: number) => Detection[]): Look[] =>
  tiles.map((tile) => ({ tile, seen: see(tile.side) }))

const largest = Math.max(...tiles.map(({ side }) => side))

describe('in how many squares a face is seen', () => {
  const face = faceOf(900, 700, 120)

  it('a face that all squares see is seen in all that show it well', () => {
    const { seen, possible } = sightings(
      face,
      looksThat(() => [face]),
      picture,
    )
    expect(possible).toBeGreaterThan(2)
    expect(seen).toBe(possible)
  })

  it('what is seen from far away only has hardly a sighting', () => {
    const small = faceOf(900, 700, 60)
    const ghost = looksThat((side) => (side === largest ? [small] : []))
    const { seen, possible } = sightings(small, ghost, picture)
    expect(possible).toBeGreaterThan(0)
    expect(seen).toBe(0)
  })

  it('another face near by, or one of another size, bears out nothing', () => {
    for (const other of [faceOf(980, 700, 120), faceOf(900, 700, 300), faceOf(900, 700, 50)]) {
      expect(
        sightings(
          face,
          looksThat(() => [other]),
          picture,
        ).seen,
      ).toBe(0)
    }
  })

  it('a face that fills the picture lies whole in no square that shows it well', () => {
    const { possible } = sightings(
      faceOf(1000, 750, 1400),
      looksThat(() => []),
      picture,
    )
    expect(possible).toBe(0)
  })

  it('squares that cut it do not count', () => {
    const { possible } = sightings(
      face,
      looksThat(() => []),
      picture,
    )
    expect(possible).toBeLessThan(tiles.length)
  })
})
