import type { ApiOutput } from '@/components/providers/api-output'

export type Look = ApiOutput['inspections']['look']
