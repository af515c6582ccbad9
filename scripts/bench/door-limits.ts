/** What is asked of a kiosk that people walk past: people named in a minute on 2 cores, and names given wrongly. */
export const PEOPLE_A_MINUTE = 30
export const WRONG = 0

/** How long everybody together takes to walk past. */
export const SECONDS = 60
/** The kiosk sends no more than so many frames a second, one at a time. */
export const FRAMES_A_SECOND = 4

export interface DoorRounds {
  recogniser: string
  workers: number
  /** People of the class, all of whom walk past, and strangers among them. */
  enrolled: number
  strangers: number
  /** Invented people outside the class without whom the site would be too small to name anybody; 0 where it is not. */
  others: number
  seconds: number
  named: number
  /** Names over somebody else's head, strangers included. */
  wrong: string[]
  /** People of the class who walked past without being named. */
  unknown: string[]
  /** Of each frame: milliseconds from sending to the answer, processor time, faces that were read. */
  frameMs: number[]
  cpuMs: number[]
  faces: number[]
  /** Bare runs of all models for such a frame, one after another on one core. */
  bareMs: number[]
  /** Milliseconds from a person's first frame to their name. */
  namedAfterMs: number[]
  clockedIn: number
}
