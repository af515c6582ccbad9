/** CLASS or WORKPLACE: which words a card about a place uses, and where its pages are. */
export type PlaceKind = 'CLASS' | 'WORKPLACE'

export const homeOfKind = { CLASS: '/teach', WORKPLACE: '/employ' } as const
export const pageOfKind = { CLASS: '/teach/classes', WORKPLACE: '/employ/workplaces' } as const
