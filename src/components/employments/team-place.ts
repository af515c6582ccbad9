import type { ApiOutput } from '@/components/providers/api-output'

/** What the cards about a team need to know of its workplace. */
export type TeamPlace = Pick<
  ApiOutput['workplaces']['byId'],
  'id' | 'name' | 'timeZone' | 'currency' | 'joinCode' | 'archivedAt' | 'may'
>
