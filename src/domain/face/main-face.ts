import type { Box } from './geometry'

/**
 * The face that a picture is of: large and near the middle (area less twice the squared distance of its centre from
 * the picture's, as FaceNet's alignment of LFW does). Undefined when there is none.
 */
export function mostCentral<T extends { box: Box }>(
  faces: readonly T[],
  picture: { width: number; height: number },
): T | undefined {
  const worth = ({ box }: T) =>
    box.width * box.height -
    2 * ((box.x + (box.width - picture.width) / 2) ** 2 + (box.y + (box.height - picture.height) / 2) ** 2)
  return faces.reduce<T | undefined>(
    (best, face) => (best === undefined || worth(face) > worth(best) ? face : best),
    undefined,
  )
}
