import { type FaceProblem, type FaceQuality, lyingProblem, qualityLimits } from './quality'

/** Share of the landmarks that must lie inside the picture of a head that moves: come near, a chin may leave it. */
const INSIDE = 0.85

/**
 * What the gate says to a face that is moving; null when its pose can be measured and the person told from others.
 * It may be turned and blurred, as a moving head is; the frames that must be frontal and sharp pass `faceProblem` too.
 */
export function movingFaceProblem(q: FaceQuality): FaceProblem | null {
  const lying = lyingProblem(q)
  if (lying) return lying
  if (q.inside < INSIDE) return 'face.cut_off'
  if (q.eyeDistance < qualityLimits.eyeDistance) return 'face.too_small'
  if (q.highlight < qualityLimits.highlight) return 'face.too_dark'
  if (q.shadow > qualityLimits.shadow) return 'face.too_bright'
  return null
}
