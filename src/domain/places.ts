/** So many people run a place at most, those who were asked to included. */
export const MAX_LEADERS = 20

/** So long an invitation to run a place stands. */
export const INVITATION_DAYS = 14
