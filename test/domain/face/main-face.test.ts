import { expect, it } from 'vitest'
import { mostCentral } from '@/domain/face/main-face'

const picture = { width: 250, height: 250 }
const face = (name: string, x: number, y: number, side: number) => ({
  name,
  box: { x: x - side / 2, y: y - side / 2, width: side, height: side },
})

it.each([
  ['the only face', [face('anna', 20, 20, 30)], 'anna'],
  ['the middle one of two alike', [face('berta', 30, 120, 60), face('anna', 125, 120, 60)], 'anna'],
  [
    'the larger one of two near the middle',
    [face('berta', 100, 125, 60), face('anna', 140, 125, 100)],
    'anna',
  ],
  [
    'a face in the middle before a larger one in the corner',
    [face('berta', 30, 30, 90), face('anna', 125, 125, 70)],
    'anna',
  ],
  ['nobody in an empty picture', [], undefined],
])('a picture is of %s', (_, faces, name) => {
  expect(mostCentral(faces, picture)?.name).toBe(name)
})
