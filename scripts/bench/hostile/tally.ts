/** What came of a flood. */
export interface Tally {
  refused: number
  served: number
}
