/** The rates at which strangers may be mistaken for somebody: those who are enrolled here, and those who are not. */
export interface WantedRate {
  member: number
  outsider: number
}

/** The error rates that a site wants. */
export interface WantedRates {
  /** Clocking in. */
  verify: WantedRate
  /** Signing in by face. */
  signIn: WantedRate
  /** Roll call's band sure. */
  sure: WantedRate
  /** How often a kiosk may greet somebody who is not enrolled with a name, in all looks at such people. */
  fpir: number
}

/** What a right person's photo must have besides the score. */
export interface Demands {
  /** The least cosine. */
  least: number
  /** How far, as a cosine, the nearest other person must stay behind. */
  lead: number
}

/** What faces are decided by: thresholds of the corrected score, and what else a face must have. */
export interface SiteThresholds extends Demands {
  /** How much of the cohort's shares is subtracted, and the most that they may take together. */
  weight: number
  most: number
  /** From here a burst is the person it claims to be, together with a code. */
  withCode: number
  /** From here it is by itself. The same as `withCode` once people are many enough. */
  alone: number
  /** From here a face signs in. */
  signIn: number
  /** From here a face of a group photo is this person without anybody's look. */
  sure: number
  /** From here a face of a group photo is worth offering as this person. */
  likely: number
  /** How far, as a cosine, everybody else must stay behind for somebody to be named. */
  margin: number
  /** From here two accounts show clearly the same face. */
  duplicate: number
  /** The cosine, not corrected, from which two single pictures show one person. */
  sameFace: number
}
