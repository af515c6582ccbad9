import type { Role } from './roles'

/** What a token can be for, as the person who makes it sees it. */
export type ScopeNoun =
  | 'profile'
  | 'classes'
  | 'sessions'
  | 'attendance'
  | 'clocking'
  | 'time-entries'
  | 'roll-calls'
  | 'face-data'
  | 'kiosks'
  | 'workplaces'
  | 'employments'
  | 'pay'
  | 'installation'

/**
 * To which of them each router belongs, or one procedure of it. Null is for whoever has signed in, and no token: nobody
 * who finds one can make another with it, change the password or take a role.
 */
export const nounOf: Readonly<Record<string, ScopeNoun | null>> = {
  about: null,
  account: null,
  'account.me': 'profile',
  'account.updateProfile': 'profile',
  admin: 'installation',
  'admin.givePlace': null,
  'admin.archivePlace': null,
  'admin.history': null,
  appointments: null,
  attendance: 'attendance',
  calibration: 'installation',
  classes: 'classes',
  clocking: 'clocking',
  demo: null,
  duplicates: 'installation',
  employments: 'employments',
  exports: 'pay',
  extras: 'pay',
  overview: 'pay',
  enrolment: 'face-data',
  faceOptOut: 'face-data',
  faceSignIn: null,
  feeds: 'sessions',
  firstAdmin: null,
  identification: 'roll-calls',
  inspections: 'workplaces',
  kiosks: 'kiosks',
  passwordReset: null,
  payPeriods: 'pay',
  payments: 'pay',
  people: null,
  places: 'classes',
  records: 'workplaces',
  'records.erase': null,
  rollCalls: 'roll-calls',
  sessions: 'sessions',
  students: 'attendance',
  timeEntries: 'time-entries',
  tokens: null,
  workplaces: 'workplaces',
  'workplaces.ownRules': 'pay',
}

const nouns = new Map(Object.entries(nounOf))

const everybody = 'everybody'

/** Every scope that opens something, with whom it opens something for: nobody is offered what their roles do not have. */
export const scopeRoles = {
  'profile:read': everybody,
  'profile:write': everybody,
  'classes:read': everybody,
  'classes:write': everybody,
  'sessions:read': everybody,
  'sessions:write': ['TEACHER'],
  'attendance:read': ['STUDENT', 'TEACHER'],
  'attendance:write': ['TEACHER'],
  'clocking:write': ['EMPLOYEE', 'STUDENT'],
  'time-entries:read': ['EMPLOYEE', 'EMPLOYER'],
  'time-entries:write': ['EMPLOYEE', 'EMPLOYER'],
  'roll-calls:read': ['TEACHER'],
  'roll-calls:write': ['TEACHER'],
  'face-data:read': ['ADMIN', 'EMPLOYEE', 'STUDENT'],
  'face-data:write': ['ADMIN', 'EMPLOYEE', 'EMPLOYER', 'STUDENT', 'TEACHER'],
  'kiosks:read': ['EMPLOYER', 'TEACHER'],
  'kiosks:write': ['EMPLOYER', 'TEACHER'],
  'workplaces:read': ['EMPLOYER'],
  'workplaces:write': ['EMPLOYER'],
  'employments:read': everybody,
  'employments:write': everybody,
  'pay:read': ['EMPLOYEE', 'EMPLOYER'],
  'pay:write': ['EMPLOYEE', 'EMPLOYER'],
  'installation:read': ['ADMIN', 'TEACHER'],
  'installation:write': ['ADMIN'],
} as const satisfies Partial<Record<`${ScopeNoun}:${'read' | 'write'}`, readonly Role[] | typeof everybody>>

export type Scope = keyof typeof scopeRoles

/** What whoever asks may do: everything that their roles may, or no more than these scopes of a token. */
export type Scopes = 'all' | readonly string[]

export const allScopes = Object.keys(scopeRoles) as Scope[]

/**
 * The scope that a call of a procedure asks of a token, made of its path: what changes something is a write, whatever
 * method its address has. Null where no token will do, as for a router that nobody has entered above.
 */
export function scopeOf(
  path: string,
  type: 'query' | 'mutation' | 'subscription',
): `${ScopeNoun}:${'read' | 'write'}` | null {
  const [router = ''] = path.split('.')
  const noun = nouns.has(path) ? nouns.get(path) : nouns.get(router)
  return noun ? `${noun}:${type === 'mutation' ? 'write' : 'read'}` : null
}

/** The scopes that somebody with these roles has a use for. */
export function scopesFor(roles: readonly Role[]): Scope[] {
  return allScopes.filter((scope) => {
    const offered: readonly Role[] | typeof everybody = scopeRoles[scope]
    return offered === everybody || offered.some((role) => roles.includes(role))
  })
}
