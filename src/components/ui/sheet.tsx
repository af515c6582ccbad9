'use client'

import { whenOpened } from './later'

/** Details beside the page: from the right on wide screens, from the bottom on phones. */
export const Sheet = whenOpened(() => import('./sheet-window').then(({ SheetWindow }) => SheetWindow))
