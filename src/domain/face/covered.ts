import { coveredBias, coveredWeights } from './covered-weights'

const CHANNELS = 128
const CELLS = 36
const BANDS = 3

/**
 * What the landmark model saw, as three bands from forehead to chin: the mean of each channel over each third of its
 * grid, 384 numbers.
 * @param features FaceMesh's `features`: 128 channels of a 6 by 6 grid, row by row.
 */
export function bandsOf(features: Float32Array): Float32Array {
  const bands = new Float32Array(CHANNELS * BANDS)
  const cells = CELLS / BANDS
  for (let i = 0; i < CHANNELS * CELLS; i++) {
    const band = Math.floor(i / cells)
    bands[band] = (bands[band] ?? 0) + (features[i] ?? 0) / cells
  }
  return bands
}

/**
 * Probability (0 to 1) that something covers mouth and nose: logistic regression on what the landmark model saw, so it
 * costs nothing and does not depend on the recogniser. docs/recognition.md says what it was learnt from and how it errs.
 */
export function coveredProbability(features: Float32Array): number {
  const bands = bandsOf(features)
  let logOdds = coveredBias
  for (const [i, weight] of coveredWeights.entries()) logOdds += weight * (bands[i] ?? 0)
  return 1 / (1 + Math.exp(-logOdds))
}
