import { type AddressFields, type ReadFields, readAddress } from './address-fields'
import { compareNames, findStudents } from './board'
import { boardStandings } from './time-entries'
import { timesheetStates } from './timesheets'

/** The lists of a workplace that can be searched, and had as a file. */
export const listNames = ['people', 'now', 'review', 'week', 'hours', 'payments'] as const
export type ListName = (typeof listNames)[number]

const search = { holds: 'search' } as const
/** Calendar days of the workplace, both included. */
const days = { from: { holds: 'day' }, to: { holds: 'day' } } as const

/** By what each list can be narrowed down and ordered: in its address, in the API and for its file alike. */
export const listFields = {
  people: {
    state: { choices: ['CURRENT', 'PAST'], usual: 'CURRENT' },
    search,
    sort: { choices: ['NAME', 'NUMBER', 'SINCE'], usual: 'NAME' },
  },
  now: {
    show: { choices: boardStandings },
    search,
    sort: { choices: ['NAME', 'HOURS'], usual: 'NAME' },
  },
  review: {
    state: { choices: timesheetStates },
    search,
    sort: { choices: ['NAME', 'HOURS', 'OVERTIME', 'GROSS'], usual: 'NAME' },
  },
  week: {},
  hours: {
    ...days,
    kindId: { holds: 'id' },
    show: { choices: ['OPEN', 'FLAGGED'] },
    search,
    sort: { choices: ['NEWEST', 'OLDEST', 'NAME'], usual: 'NEWEST' },
  },
  payments: {
    ...days,
    search,
    sort: { choices: ['NEWEST', 'OLDEST', 'NAME', 'AMOUNT'], usual: 'NEWEST' },
  },
} as const satisfies Record<ListName, AddressFields>

export type ListFilters<List extends ListName> = ReadFields<(typeof listFields)[List]>

/** What an address says of a list. */
export function readFilters<List extends ListName>(
  list: List,
  asked: Readonly<Record<string, string | undefined>>,
): ListFilters<List> {
  return readAddress(listFields[list], asked)
}

interface OnBoard {
  userId: string
  name: string
  standing: string
  minutesToday: number
}

/** Who of a board is shown, in which order. */
export function boardRows<Person extends OnBoard>(
  people: readonly Person[],
  { show, search = '', sort }: ListFilters<'now'>,
): Person[] {
  const found = findStudents(people, search).filter(({ standing }) => !show || standing === show)
  return ordered(found, ({ userId }) => userId, sort === 'HOURS' ? (one) => one.minutesToday : null)
}

interface OnReview {
  employmentId: string
  name: string
  state: string
  paidMinutes: number
  overtimeMinutes: number
  gross: { amount: number } | null
}

const measures = {
  NAME: null,
  HOURS: (one: OnReview) => one.paidMinutes,
  OVERTIME: (one: OnReview) => one.overtimeMinutes,
  GROSS: (one: OnReview) => one.gross?.amount ?? 0,
}

/** Whose hours of a period are shown, in which order. */
export function reviewRows<Person extends OnReview>(
  people: readonly Person[],
  { state, search = '', sort }: ListFilters<'review'>,
): Person[] {
  const found = findStudents(people, search).filter((one) => !state || one.state === state)
  return ordered(found, ({ employmentId }) => employmentId, measures[sort])
}

/** By name, or those with most first. */
function ordered<Person extends { name: string }>(
  people: readonly Person[],
  idOf: (one: Person) => string,
  measure: ((one: Person) => number) | null,
): Person[] {
  const byName = (a: Person, b: Person) =>
    compareNames({ id: idOf(a), name: a.name }, { id: idOf(b), name: b.name })
  return people.toSorted((a, b) => (measure ? measure(b) - measure(a) : 0) || byName(a, b))
}
