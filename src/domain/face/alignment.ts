import type { Point } from './geometry'
import { dlibPoints, fivePoints, type Mesh } from './landmarks'
import { fitSimilarity, invert, type Similarity } from './similarity-transform'

/** Side of face-reidentification-retail-0095's input, in pixels. */
export const RETAIL_SIZE = 128
/** Side of dlib's face chip, in pixels. */
export const DLIB_SIZE = 150

/** Where retail-0095 wants eyes, nose tip and mouth corners (its Open Model Zoo page), as shares of the side. */
const RETAIL_POINTS: Point[] = [
  { x: 0.31556875, y: 0.4615741 },
  { x: 0.68262292, y: 0.4615741 },
  { x: 0.5002625, y: 0.6405054 },
  { x: 0.34947188, y: 0.824692 },
  { x: 0.65343646, y: 0.824692 },
]

/** dlib's mean five-point shape (image_transforms/interpolation.h, get_face_chip_details), before padding. */
const DLIB_POINTS: Point[] = [
  { x: 0.8595674595992, y: 0.2134981538014 },
  { x: 0.6460604764104, y: 0.2289674387677 },
  { x: 0.1205750620789, y: 0.2137274526848 },
  { x: 0.3340850613712, y: 0.2290642403242 },
  { x: 0.4901123135679, y: 0.6277975316475 },
]

/** From retail-0095's crop to the picture; `zoom` above 1 shows the face larger than the model's makers did. */
export function retailCrop(mesh: Mesh, zoom = 1): Similarity {
  const place = (share: number) => (0.5 + (share - 0.5) * zoom) * RETAIL_SIZE
  const target = RETAIL_POINTS.map((p) => ({ x: place(p.x), y: place(p.y) }))
  return invert(fitSimilarity(fivePoints(mesh), target))
}

/** From dlib's chip with the given padding (a share of the side) to the picture. */
export function dlibCrop(mesh: Mesh, padding: number): Similarity {
  const target = DLIB_POINTS.map((p) => ({
    x: ((p.x + padding) / (1 + 2 * padding)) * DLIB_SIZE,
    y: ((p.y + padding) / (1 + 2 * padding)) * DLIB_SIZE,
  }))
  return invert(fitSimilarity(dlibPoints(mesh), target))
}

/** Turns a square crop in planes into what a mirror shows, in place: left and right change places. */
export function mirror(crop: Float32Array | Uint8Array, size: number): void {
  for (let row = 0; row < crop.length; row += size) crop.subarray(row, row + size).reverse()
}
