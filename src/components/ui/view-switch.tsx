'use client'

import { LayoutGrid, Rows3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import { useKeptHere } from './kept-here'

const views = ['tiles', 'list'] as const
export type View = (typeof views)[number]

/** How somebody wants people shown on this device, kept for each of the places where they choose. */
export function useView(of: 'board' | 'roster', first: View): [View, (view: View) => void] {
  const [kept, keep] = useKeptHere(`clockface-view-${of}`)
  return [views.find((view) => view === kept) ?? first, keep]
}

const icons = { tiles: LayoutGrid, list: Rows3 } as const

interface ViewSwitchProps {
  value: View
  onChange: (view: View) => void
}

/** Tiles, or a dense list. */
export function ViewSwitch({ value, onChange }: ViewSwitchProps) {
  const ui = useTranslations('ui')
  return (
    <fieldset className="flex rounded-md border border-line-strong/60 bg-surface shadow-sm print:hidden">
      <legend className="sr-only">{ui('view.label')}</legend>
      {views.map((view) => {
        const Icon = icons[view]
        const chosen = view === value
        return (
          <IconButton
            key={view}
            label={ui(`view.${view}`)}
            aria-pressed={chosen}
            icon={<Icon aria-hidden="true" />}
            onClick={() => onChange(view)}
            className={classNames('sm:size-10', chosen && 'bg-accent-soft text-accent-ink!')}
          />
        )
      })}
    </fieldset>
  )
}
