import type { ApiOutput } from '@/components/providers/api-output'

/** One account as an administrator sees it. */
export type Person = ApiOutput['people']['byId']
