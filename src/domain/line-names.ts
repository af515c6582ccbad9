import type { LineKind } from './pay/result'

/** Kinds of pay without work that have a name in every language; another one has the name that somebody gave it. */
export const extraKinds = [
  'missed-meal',
  'missed-rest',
  'reporting-time',
  'split-shift',
  'call-back',
] as const

/** What a payment of nothing less leaves for the next one. */
export const CARRIED = 'carried'

const ownNames = {
  break: ['unpaid', 'deducted'],
  premium: ['weighted'],
  adjustment: ['weekly-overtime', 'credit', CARRIED],
  extra: extraKinds,
} as const satisfies Partial<Record<LineKind, readonly string[]>>

type OwnName = (typeof ownNames)[keyof typeof ownNames][number]
const namesOf: Partial<Record<LineKind, readonly OwnName[]>> = ownNames

/** The name of a line that Clockface gives by itself, to be said in the reader's words; null for all other names. */
export function ownLineName(kind: LineKind, name: string | null): OwnName | null {
  return namesOf[kind]?.find((one) => one === name) ?? null
}
