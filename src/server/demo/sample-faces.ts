import 'server-only'

/** Where a face is in one of the photos that come with `@vladmandic/face-api`. */
export interface SamplePlace {
  /** The number of the photo. */
  photo: number
  /** Middle of the face and its height, in pixels of the photo. */
  x: number
  y: number
  height: number
  /** Degrees by which the photo is turned so that the eyes are level. */
  turn: number
}

/** The people of the sample photos whom a camera would take. Two of them are in two photos. */
export const sampleFaces = {
  a: [
    { photo: 3, x: 1186, y: 372, height: 259, turn: -11.6 },
    { photo: 1, x: 1578, y: 326, height: 196, turn: -44.6 },
  ],
  b: [{ photo: 5, x: 473, y: 1033, height: 268, turn: 6.6 }],
  c: [{ photo: 5, x: 1201, y: 336, height: 200, turn: 2.5 }],
  d: [{ photo: 3, x: 696, y: 476, height: 239, turn: -1.2 }],
  e: [{ photo: 3, x: 1583, y: 449, height: 245, turn: 4.5 }],
  f: [
    { photo: 6, x: 1268, y: 465, height: 232, turn: -0.9 },
    { photo: 4, x: 754, y: 194, height: 203, turn: -29.1 },
  ],
  g: [{ photo: 6, x: 359, y: 638, height: 241, turn: 5.9 }],
  h: [{ photo: 6, x: 775, y: 493, height: 258, turn: 5.3 }],
  i: [{ photo: 6, x: 1591, y: 425, height: 261, turn: -12.8 }],
  j: [{ photo: 5, x: 863, y: 232, height: 199, turn: -10.3 }],
  k: [{ photo: 2, x: 1546, y: 285, height: 213, turn: 18.3 }],
  l: [{ photo: 4, x: 1075, y: 317, height: 201, turn: -6.3 }],
} satisfies Record<string, SamplePlace[]>

export type SampleFace = keyof typeof sampleFaces

export const isSampleFace = (value: string | null): value is SampleFace =>
  value !== null && Object.hasOwn(sampleFaces, value)

/** Two of the same photos who are nobody in the demo. */
export const strangers: SamplePlace[] = [
  { photo: 5, x: 1541, y: 521, height: 250, turn: 0 },
  { photo: 5, x: 663, y: 522, height: 240, turn: 0 },
]

/** Who is in the photo of the room. */
export const inTheRoom: SampleFace[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
