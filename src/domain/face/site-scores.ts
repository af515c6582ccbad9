import type { ScoreCounts } from './score-counts'

/** A person of the gallery with the vectors of their photos, by one recogniser. */
export interface GalleryPerson {
  id: string
  vectors: readonly Float32Array[]
}

/** Two different people and the corrected score of their mean templates, which is the same from either side. */
export interface StrangerScore {
  a: string
  b: string
  score: number
  /** The cosine as it was before. */
  cosine: number
}

/** One photo against the mean of the same person's others. */
export interface GenuineScore {
  id: string
  /** Which of the person's vectors, as they were given. */
  photo: number
  /** Corrected. */
  score: number
  cosine: number
  /** How far everybody else stays behind, as a difference of cosines; null where there is nobody else. */
  lead: number | null
}

/** One person as the claimed one: how the others' pictures score against them. */
export interface ClaimedPerson {
  count: number
  mean: number
  /** Standard deviation. */
  spread: number
}

/** What the people of a site say about themselves: every photo against every other person's mean template. */
export interface SiteScores {
  people: number
  photos: number
  /** Pairs of people, each counted once. */
  pairs: number
  /** How much of the shares was subtracted. */
  weight: number
  /** What both shares have together on average. */
  shares: number
  /** Corrected, the photo's person left out of both cohorts: somebody who is not enrolled. */
  outsiders: ScoreCounts
  /** Corrected, the photo's person being one of the cohort: somebody who is enrolled here. */
  members: ScoreCounts
  /** Of those, the ones in which the claimed person is nearer than everybody else by the lead that is needed. */
  leading: ScoreCounts
  /** The cosines, not corrected. */
  raw: ScoreCounts
  /** The nearest pairs of different people by their mean templates, nearest first; of equal ones by id. */
  nearest: StrangerScore[]
  /** Lowest first. */
  genuine: GenuineScore[]
  /** Each person's lowest cosine with their other photos. */
  lowestOwn: Map<string, number>
  claimed: { raw: ClaimedPerson[]; corrected: ClaimedPerson[] }
}
