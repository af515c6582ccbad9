export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const
export type Weekday = (typeof weekdays)[number]

/** How often people are paid. SEMI_MONTHLY: the 1st to the 15th, the 16th to the month's last day. */
export const payCycles = ['WEEKLY', 'TWO_WEEKLY', 'SEMI_MONTHLY', 'MONTHLY'] as const
export type PayCycle = (typeof payCycles)[number]

/** The sets of rules to start from. */
export const rulePresets = ['none', 'us_federal', 'california', 'germany', 'eu', 'uk'] as const
export type RulePreset = (typeof rulePresets)[number]

/** A calendar day as the database gives it, as text: `YYYY-MM-DD`. */
export const dayText = (day: Date) => day.toISOString().slice(0, 10)

/** A calendar day as the database takes it. */
export const dayDate = (text: string) => new Date(`${text}T00:00:00Z`)
