/** Why an administrator erases somebody's face: kept with the change for as long as the account is. */
export const eraseReason = { min: 3, max: 200 } as const
