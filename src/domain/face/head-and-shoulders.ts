interface Sitter {
  /** Middle of the face, and its height from forehead to chin. */
  x: number
  y: number
  height: number
}

/** What of a picture is the person, as an SVG: head and shoulders in white with soft edges, nothing else. */
export function headAndShoulders(
  picture: { width: number; height: number },
  { x, y, height }: Sitter,
): string {
  return `<svg width="${picture.width}" height="${picture.height}" xmlns="http://www.w3.org/2000/svg">
    <filter id="soft"><feGaussianBlur stdDeviation="${height * 0.08}"/></filter>
    <g filter="url(#soft)" fill="#fff">
      <ellipse cx="${x}" cy="${y - height * 0.05}" rx="${height * 0.65}" ry="${height * 0.85}"/>
      <rect x="${x - height}" y="${y + height * 0.55}" width="${height * 2}" height="${picture.height}" rx="${height * 0.28}"/>
    </g>
  </svg>`
}
