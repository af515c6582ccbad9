'use client'

import { whenOpened } from './later'

/** A window over the page; on phones it stands at the bottom edge, where the thumb is. */
export const Dialog = whenOpened(() => import('./dialog-window').then(({ DialogWindow }) => DialogWindow))
