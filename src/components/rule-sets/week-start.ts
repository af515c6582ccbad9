import { weekdays } from '@/domain/pay/weekdays'
import type { RuleBook } from './rule-versions'

/** The first day of a workplace’s week, as the calculation names it. */
export const weekStartOf = ({ workplace: { weekStart } }: RuleBook) =>
  weekdays.find((day) => day.toUpperCase() === weekStart) ?? 'monday'
