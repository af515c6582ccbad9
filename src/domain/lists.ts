import { z } from 'zod'
import { compareNames, findStudents } from './board'
import { idSchema } from './id'
import { daySchema } from './sessions'
import { text } from './text'
import { boardStandings } from './time-entries'
import { timesheetStates } from './timesheets'

/** The lists of a workplace that can be searched, and had as a file. */
export const listNames = ['people', 'now', 'review', 'week', 'hours', 'payments'] as const
export type ListName = (typeof listNames)[number]

const search = text(80).optional()
/** Calendar days of the workplace, both included. */
const days = { from: daySchema.optional(), to: daySchema.optional() }

/** By what each list can be narrowed down and ordered: in its address, in the API and for its file alike. */
export const listFilters = {
  people: z.strictObject({
    state: z.enum(['CURRENT', 'PAST']).default('CURRENT'),
    search,
    sort: z.enum(['NAME', 'NUMBER', 'SINCE']).default('NAME'),
  }),
  now: z.strictObject({
    show: z.enum(boardStandings).optional(),
    search,
    sort: z.enum(['NAME', 'HOURS']).default('NAME'),
  }),
  review: z.strictObject({
    state: z.enum(timesheetStates).optional(),
    search,
    sort: z.enum(['NAME', 'HOURS', 'OVERTIME', 'GROSS']).default('NAME'),
  }),
  week: z.strictObject({}),
  hours: z.strictObject({
    ...days,
    kindId: idSchema.optional(),
    show: z.enum(['OPEN', 'FLAGGED']).optional(),
    search,
    sort: z.enum(['NEWEST', 'OLDEST', 'NAME']).default('NEWEST'),
  }),
  payments: z.strictObject({
    ...days,
    search,
    sort: z.enum(['NEWEST', 'OLDEST', 'NAME', 'AMOUNT']).default('NEWEST'),
  }),
} as const satisfies Record<ListName, z.ZodObject>

export type ListFilters<List extends ListName> = z.output<(typeof listFilters)[List]>

/** What an address says of these fields; what does not fit is as if it were not there. */
export function readAddress<Fields extends z.ZodObject>(
  fields: Fields,
  asked: Readonly<Record<string, string | undefined>>,
): z.output<Fields> {
  const { shape } = fields as unknown as z.ZodObject<Record<string, z.ZodType>>
  const fit = Object.entries(shape).filter(
    ([key, field]) => asked[key] && field.safeParse(asked[key]).success,
  )
  return fields.parse(Object.fromEntries(fit.map(([key]) => [key, asked[key]])))
}

/** What an address says of a list. */
export function readFilters<List extends ListName>(
  list: List,
  asked: Readonly<Record<string, string | undefined>>,
): ListFilters<List> {
  return readAddress(listFilters[list], asked) as ListFilters<List>
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
