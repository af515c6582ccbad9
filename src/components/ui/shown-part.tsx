'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from './button'

/** So many rows of a long list are shown at first, and so many more each time. */
const STEP = 50

/** The first rows of a long list, and the button for more; nothing where all are shown. */
export function useShownPart<Row>(rows: readonly Row[]): { part: readonly Row[]; more: ReactNode } {
  const ui = useTranslations('ui')
  const [most, setMost] = useState(STEP)
  const left = rows.length - most
  return {
    part: left > 0 ? rows.slice(0, most) : rows,
    more: left > 0 && (
      <div className="border-t p-4 sm:px-6">
        <Button variant="secondary" onClick={() => setMost(most + STEP)}>
          {ui('showMore', { left })}
        </Button>
      </div>
    ),
  }
}
