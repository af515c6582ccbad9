import 'server-only'
import type { PrismaClient } from '../db/generated/client'
import { type Counter, countAll, settledTallies, type Tally, talliesOf } from './counters'
import { tooMany } from './limits'

/** By whom and where something secret is told, and what wrong ones count for. */
export interface Guess {
  /** Of whoever tries: full, no more is judged. */
  own: Counter
  /** What many share: full, whoever tries has `inCrowd` of their own left, so that nobody is kept out by others. */
  shared?: readonly Counter[]
  inCrowd?: number
  /** How many tries of their own are judged, where that is fewer than usual. */
  most?: number
  /** What stops everybody. */
  stopping?: readonly Counter[]
  /** What only counts. */
  beside?: readonly Counter[]
}

export interface Judged<Found> {
  /** Null where it was wrong. */
  found: Found | null
  tallies: Tally[]
}

const full = ({ before, limit }: Tally) => before >= limit

/** What of `guess` the tallies say. */
function of(tallies: readonly Tally[], counters: readonly Counter[] = []): Tally[] {
  return tallies.filter(({ name }) => counters.some((counter) => counter.name === name))
}

function requireTriesLeft(guess: Guess, tallies: readonly Tally[]): void {
  const stopped = of(tallies, guess.stopping).find(full)
  if (stopped) throw tooMany(stopped)
  const crowded = of(tallies, guess.shared).some(full)
  for (const own of of(tallies, [guess.own])) {
    const usual = Math.min(own.limit, guess.most ?? own.limit)
    if (own.before >= (crowded ? Math.min(usual, guess.inCrowd ?? usual) : usual)) throw tooMany(own)
  }
}

/**
 * Judges something secret. Only what turned out wrong counts, so right ones never stand in each other's way however many
 * come at once; and whatever the verdict, it is told only where few enough wrong ones had been counted before it, so that
 * many at once gain nothing over one after another. Wrong ones past one's own limit count against nobody else.
 * @throws AppError `request.too_many`
 */
export async function judge<Found>(
  db: PrismaClient,
  guess: Guess,
  look: () => Promise<Found | null> | Found | null,
): Promise<Judged<Found>> {
  const { own, shared = [], stopping = [], beside = [] } = guess
  const others = [...shared, ...stopping, ...beside]
  requireTriesLeft(guess, await talliesOf(db, [own, ...others]))
  const found = await look()
  if (found !== null) {
    const tallies = await settledTallies(db, [own, ...others])
    requireTriesLeft(guess, tallies)
    return { found, tallies }
  }
  const mine = await countAll(db, [own])
  requireTriesLeft(guess, mine)
  const tallies = others.length > 0 ? [...mine, ...(await countAll(db, others))] : mine
  requireTriesLeft(guess, tallies)
  return { found, tallies }
}

/** Whether what whoever tries shares with others is full. */
export async function isCrowded(db: PrismaClient, { shared = [] }: Guess): Promise<boolean> {
  return shared.length > 0 && (await talliesOf(db, shared)).some(full)
}
