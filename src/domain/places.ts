/** So many people run a place at most, those who were asked to included. */
export const MAX_LEADERS = 20
