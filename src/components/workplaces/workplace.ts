import type { ApiOutput } from '@/components/providers/api-output'

/** A workplace as its page has it. */
export type Workplace = ApiOutput['workplaces']['byId']
