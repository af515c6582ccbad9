import { describe, expect, it } from 'vitest'
import type { Box, Point } from '@/domain/face/geometry'
import { straddles } from '@/domain/face/straddling'

/** The five points of a face in a box of this size. */
const pointsIn = ({ x, y, width, height }: Box): Point[] =>
  (
    [
      [0.3, 0.35],
      [0.7, 0.35],
      [0.5, 0.55],
      [0.35, 0.75],
      [0.65, 0.75],
    ] as const
  ).map(([across, down]) => ({ x: x + across * width, y: y + down * height }))

const left: Box = { x: 0, y: 0, width: 100, height: 120 }
const right: Box = { x: 100, y: 0, width: 100, height: 120 }

describe('a mesh across two people', () => {
  it.each<[string, Box, Box[], boolean]>([
    ['a face alone', left, [], false],
    ['a face beside another', left, [right], false],
    ['cheek to cheek, boxes overlapping a little', { ...left, x: 15 }, [right], false],
    ['half on one, half on the other', { ...left, x: 50 }, [left, right], true],
    ['half on one, half on nothing', { ...left, x: -50 }, [left], true],
    ['eyes on a chin', { ...left, y: 60 }, [left], true],
    ['somebody far away', { x: 500, y: 500, width: 50, height: 60 }, [left, right], false],
  ])('%s: %s', (_, face, others, answer) => {
    expect(straddles(pointsIn(face), others)).toBe(answer)
  })
})
