/** A position in pixels; x to the right, y down, pixel (0, 0) covers 0 to 1. */
export interface Point {
  x: number
  y: number
}

/** An upright rectangle in pixels: its left upper corner and its size. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}
