import type { Rate } from './calibration-intervals'
import type { Basis } from './calibration-threshold'

const whole = (value: number) => Math.round(value).toLocaleString('en-GB')

/** To two digits, so that no figure looks surer than it is: 12,345 becomes 12,000. */
function rough(value: number): string {
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return whole(Math.round(value / digits) * digits)
}

/** A rare rate as one says it: "1 in 10,000". */
export function oneIn(rate: number): string {
  return rate <= 0 ? 'never' : `1 in ${rough(1 / rate)}`
}

/** What strangers would get: through the door, or a name in a photo. */
const gets = { in: 'would get in', name: 'would be given a name' }

function ofTries(rate: number): { tries: string; succeed: string } {
  const tries = 10 ** Math.ceil(-Math.log10(rate) - 1e-9)
  return { tries: whole(tries), succeed: whole(rate * tries) }
}

/** How often strangers may pass at a rate: "Of 10,000 strangers who try …, about 1 would get in." */
export function strangersText(rate: number, what: keyof typeof gets = 'in'): string {
  const { tries, succeed } = ofTries(rate)
  return `Of ${tries} strangers who try to pass for somebody here, about ${succeed} ${gets[what]}.`
}

/** The same of people who are enrolled here and claim to be another. */
export function membersText(rate: number, what: keyof typeof gets = 'in'): string {
  const { tries, succeed } = ofTries(rate)
  return `Of ${tries} people enrolled here who try to pass for another, about ${succeed} ${gets[what]}.`
}

/** How evenly strangers' chances are spread over the people of a site. */
export function spreadText(
  { raw, corrected }: { raw: number; corrected: number },
  people: number,
): string | null {
  if (people < PEOPLE_TO_SPREAD) return null
  const ofHundred = (share: number) => Math.round(share * 100)
  return `For ${ofHundred(corrected)} of 100 people here a stranger’s chance is about the average one, within a quarter. Were nobody compared with the others here, it would be so for ${ofHundred(raw)}.`
}

/** What holds while a site cannot measure itself, or not well; null where it can. */
export function fewPeopleText(basis: Basis, withCode: boolean): string | null {
  if (!withCode) return null
  if (basis !== 'prior')
    return 'So few people cannot show yet how rarely strangers come near. Until there are more, a face that comes near the limit counts together with the session’s code or the person’s number.'
  return 'Fewer than eight people are enrolled, so this site cannot measure itself yet. Until then the limit is the one that is safe for the hardest people known, and a face that comes near it counts together with the session’s code or the person’s number.'
}

/** With fewer people a share of them says nothing. */
const PEOPLE_TO_SPREAD = 20
/** Below this many people nothing can be said of how often the right person is refused. */
const PEOPLE_TO_SPEAK = 5

/** How often the right person is asked to try again, with the bounds. */
export function rightPeopleText({ rate, low, high }: Rate, people: number): string {
  if (people < PEOPLE_TO_SPEAK)
    return 'How often the right person is asked to try again cannot be said yet: too few people have enrolled two photos.'
  const [about, least, most] = [rate, low, high].map((share) => Math.round(share * 100))
  const tries = about === 0 ? 'fewer than 1 is' : about === 1 ? 'about 1 is' : `about ${about} are`
  return `Of 100 tries by the right person, ${tries} asked to try again. With so many people it may also be between ${least} and ${most}.`
}

/** From this share of tries by the right person on, something should be done. */
const OFTEN = 0.1

/** What to do where the right person is refused often; null where that is not so or not known. */
export function adviceText({ rate }: Pick<Rate, 'rate'>, people: number): string | null {
  if (people < PEOPLE_TO_SPEAK || rate < OFTEN) return null
  return 'That is often. More photos of each person, in the light of the room, help; until then the session’s code is quicker.'
}

/** What the threshold rests on, for somebody who has never heard of one. */
export function basisText(basis: Basis, people: number, measured: boolean): string {
  const who = people === 1 ? 'the 1 person' : `the ${whole(people)} people`
  if (basis === 'site') return `This was proven on ${who} enrolled here.`
  const elsewhere = measured
    ? 'what was measured on public pictures of other people'
    : 'a cautious guess, because nobody has measured this recogniser yet'
  if (basis === 'prior') return `So far it rests on ${elsewhere}. Your own people are too few to be asked.`
  return `It rests on ${elsewhere}, corrected by ${who} enrolled here: they are too few to prove so rare a mistake by themselves.`
}

/** From this upper bound on, what was counted says nothing. */
const NOTHING = 0.1

/** What came of comparing everybody here with everybody else. */
export function ownStrangersText({ rate, high }: Rate, pairs: number): string {
  if (pairs === 0) return 'No two people have been compared here yet.'
  const compared = `Everybody here was compared with everybody else, ${pairs === 1 ? '1 pair' : `${whole(pairs)} pairs`}`
  const found = rate === 0 ? 'nobody was taken for another' : `about ${oneIn(rate)} was taken for another`
  const proven =
    high >= NOTHING
      ? 'So few pairs prove little yet.'
      : `With so many pairs it may truly be as often as ${oneIn(high)}.`
  return `${compared}: ${found}. ${proven}`
}

/** A share as one says it, never as nought where it is only small. */
export function shareText(share: number): string {
  if (share === 0) return 'none'
  if (share < 1e-3) return 'fewer than 1 in 1,000'
  return share < 0.01 ? `about ${oneIn(share)}` : `about ${Math.round(share * 100)} %`
}
