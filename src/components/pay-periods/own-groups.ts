import type { ApiOutput } from '@/components/providers/api-output'
import { dayOf } from '@/domain/time'

/** One's own exceptions by workplace, each with the way to its hours. */
export const ownGroups = (waiting: ApiOutput['payPeriods']['ownWaiting']) =>
  waiting.map(({ employmentId, place, exceptions }) => ({
    ...{ key: employmentId, name: place.name, exceptions },
    href: `/work/pay/${employmentId}/${dayOf(new Date(), place.timeZone)}`,
  }))
