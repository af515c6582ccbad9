/** The tabs of a class's page, as its address names them. */
export const classTabs = ['sessions', 'students', 'settings'] as const
export type ClassTab = (typeof classTabs)[number]
