import type { ApiOutput } from '../providers/api-output'

export type OverviewNow = ApiOutput['overview']['now']
export type WorkplaceNow = OverviewNow['workplaces'][number]
export type OverviewWeek = ApiOutput['overview']['week']
export type WeekRow = OverviewWeek['people'][number]
