'use client'

import { whenOpened } from './later'

/** Asks before something is done that is not easily undone. */
export const ConfirmDialog = whenOpened(() =>
  import('./confirm-window').then(({ ConfirmWindow }) => ConfirmWindow),
)
