import type { ApiOutput } from '@/components/providers/api-output'

export type Report = ApiOutput['calibration']['report']

/** What a site with a recogniser has measured. */
export type Measure = NonNullable<Report['measure']>
