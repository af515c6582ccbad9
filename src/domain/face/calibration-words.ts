import type { Rate } from './calibration-intervals'
import type { Basis } from './calibration-threshold'

/** What can be said of a measurement, as figures that a sentence takes; the sentences are in the catalogues. */

/** To two digits, so that no figure looks surer than it is: 12,345 becomes 12,000. */
function rough(value: number): number {
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return Math.round(value / digits) * digits
}

/** A rare rate as one says it: 10,000 for 1 in 10,000; 0 for never. */
export function oneIn(rate: number): number {
  return rate <= 0 ? 0 : rough(1 / rate)
}

/** How often strangers may pass at a rate: of so many who try, so many succeed. */
export function ofTries(rate: number): { tries: number; succeed: number } {
  const tries = 10 ** Math.ceil(-Math.log10(rate) - 1e-9)
  return { tries, succeed: Math.round(rate * tries) }
}

const ofHundred = (share: number) => Math.round(share * 100)

/** With fewer people a share of them says nothing. */
const PEOPLE_TO_SPREAD = 20

/** Of how many in 100 people a stranger's chance is about the average one; null of too few people. */
export function spreadOf(
  { raw, corrected }: { raw: number; corrected: number },
  people: number,
): { raw: number; corrected: number } | null {
  return people < PEOPLE_TO_SPREAD ? null : { raw: ofHundred(raw), corrected: ofHundred(corrected) }
}

/** What holds while a site cannot measure itself (`unmeasured`), or not well (`measured`); null where it can. */
export function fewPeople(basis: Basis, withCode: boolean): 'unmeasured' | 'measured' | null {
  if (!withCode) return null
  return basis === 'prior' ? 'unmeasured' : 'measured'
}

/** Below this many people nothing can be said of how often the right person is refused. */
const PEOPLE_TO_SPEAK = 5

/** How often in 100 tries the right person is asked again, with the bounds; null where it cannot be said yet. */
export function rightPeople(
  { rate, low, high }: Rate,
  people: number,
): { about: number; least: number; most: number } | null {
  if (people < PEOPLE_TO_SPEAK) return null
  return { about: ofHundred(rate), least: ofHundred(low), most: ofHundred(high) }
}

/** From this share of tries by the right person on, something should be done. */
const OFTEN = 0.1

/** Whether the right person is known to be refused often. */
export function refusedOften({ rate }: Pick<Rate, 'rate'>, people: number): boolean {
  return people >= PEOPLE_TO_SPEAK && rate >= OFTEN
}

/** What the threshold rests on: measured elsewhere, or guessed where nobody has measured the recogniser. */
export function basisOf(basis: Basis, measured: boolean) {
  if (basis === 'site') return 'site'
  return measured ? basis : (`${basis}Guessed` as const)
}

/** From this upper bound on, what was counted says nothing. */
const NOTHING = 0.1

interface OwnPairs {
  pairs: number
  /** One in so many was taken for another; 0 for nobody. */
  taken: number
  /** It may truly be one in so many; 0 where so few pairs prove little. */
  worst: number
}

/** What came of comparing everybody here with everybody else; null where nobody was. */
export function ownPairs({ rate, high }: Rate, pairs: number): OwnPairs | null {
  if (pairs === 0) return null
  return { pairs, taken: oneIn(rate), worst: high >= NOTHING ? 0 : oneIn(high) }
}

type ShareWords =
  | { kind: 'none' }
  | { kind: 'few' | 'oneIn'; count: number }
  | { kind: 'percent'; percent: number }

/** A share as one says it, never as nought where it is only small. */
export function shareWords(share: number): ShareWords {
  if (share === 0) return { kind: 'none' }
  if (share < 1e-3) return { kind: 'few', count: 1_000 }
  return share < 0.01
    ? { kind: 'oneIn', count: oneIn(share) }
    : { kind: 'percent', percent: ofHundred(share) }
}
