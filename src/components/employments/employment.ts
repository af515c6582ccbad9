import type { ApiOutput } from '@/components/providers/api-output'

/** An employment as the pages of its employer have it. */
export type Employment = ApiOutput['employments']['byId']
