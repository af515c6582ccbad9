/** So many days an inspector's access lasts if nothing is said, and at most. */
export const INSPECTION_DAYS = 7
export const MOST_INSPECTION_DAYS = 30

/** So many that are good at a time at one workplace. */
export const MOST_INSPECTIONS = 20

/** The records of so many months at most are opened at once: the longest that any are kept, and the year that runs. */
export const MOST_MONTHS = 84
