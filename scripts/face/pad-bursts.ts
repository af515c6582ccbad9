import { burstIsLive } from '../../src/domain/face/attack'
import { PAD_THRESHOLD } from '../../src/domain/face/thresholds'
import { rounded } from './run'

const BURST = 3

/** The pictures of one person, or of one kind of attack, in the order of their names. */
export interface Series {
  name: string
  live: number[]
}

/** Every three pictures that follow each other. */
function burstsOf(live: readonly number[]): number[][] {
  return live.slice(BURST - 1).map((_, i) => live.slice(i, i + BURST))
}

const shareOf = <T>(items: readonly T[], counts: (item: T) => boolean) =>
  items.length ? rounded(items.filter(counts).length / items.length) : null

/** Shares of bursts of three that are judged wrongly; null where nobody has three pictures. */
export function burstRates(live: readonly Series[], attacks: readonly Series[]) {
  const bonaFide = live.flatMap((series) => burstsOf(series.live))
  const attack = attacks.flatMap((series) => burstsOf(series.live))
  return {
    apcer: shareOf(attack, burstIsLive),
    bpcer: shareOf(bonaFide, (burst) => !burstIsLive(burst)),
    n: { live: bonaFide.length, attack: attack.length },
  }
}

/**
 * How often each person is refused, by one picture and by bursts, worst first: a rate over everybody hides that a model
 * may fail one person nearly always.
 */
export function peopleRates(people: readonly Series[]) {
  return people
    .map(({ name, live }) => {
      const bursts = burstsOf(live)
      return {
        person: name,
        bpcer: shareOf(live, (probability) => probability < PAD_THRESHOLD),
        n: live.length,
        bursts: { bpcer: shareOf(bursts, (burst) => !burstIsLive(burst)), n: bursts.length },
      }
    })
    .sort((a, b) => (b.bpcer ?? 0) - (a.bpcer ?? 0) || (a.person < b.person ? -1 : 1))
}
