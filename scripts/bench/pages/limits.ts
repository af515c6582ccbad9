/** In the class, and at the workplace. */
export const PEOPLE = 200
/** Clock in within the burst's seconds. */
export const BURST = 60
export const BURST_MS = 3_000

/** What is asked of every page. */
export const JS_KB = 200
/** What is asked of a board in a burst, in milliseconds. */
export const TASK_MS = 100
export const COMPLETE_MS = 1_000
export const LETTER_MS = 100

export interface PageFigures {
  path: string
  /** The compressed page itself. */
  htmlKb: number
  /** Compressed JavaScript until the page was quiet, 1024 bytes a KB. */
  jsKb: number
  requests: number
  /** Milliseconds from the beginning of the navigation. */
  lcp: number
  /** Null where a version has no such control. */
  interactive: number | null
  /** Milliseconds of the longest task; 0 where none took 50. */
  longest: number
}

export interface BurstFigures {
  /** Milliseconds from the server's last answer until the board shows all. */
  complete: number
  longest: number
  /** From a letter in the board's search to the next picture on the screen, the slowest. */
  letter: number
}

export interface PagesResult {
  pages: PageFigures[]
  burst: BurstFigures
  before?: { commit: string; pages: PageFigures[]; burst: BurstFigures }
}
