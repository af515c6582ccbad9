/** With fewer people every curve is possible, and would tell of each of them. */
export const PEOPLE_TO_DRAW = 5
