/** The tabs of a workplace's page, as its address names them. */
export const workplaceTabs = ['overview', 'team', 'settings'] as const
export type WorkplaceTab = (typeof workplaceTabs)[number]
