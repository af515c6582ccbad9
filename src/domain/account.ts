/** The roles that people choose for themselves; how they come by them, `appointments` says. */
export const selfChosenRoles = ['TEACHER', 'STUDENT', 'EMPLOYER', 'EMPLOYEE'] as const
export type SelfChosenRole = (typeof selfChosenRoles)[number]

/** What a name, an email and a password may be: the form's hints and the server's limits are these. */
export const accountLimits = { nameMax: 80, emailMax: 254, passwordMin: 12, passwordMax: 200 } as const

/** Where deleted accounts have their addresses, so that nobody else can: no mail goes there (RFC 2606), and nobody takes one. */
export const DELETED_DOMAIN = 'deleted.invalid'
