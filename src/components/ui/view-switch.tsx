'use client'

import { LayoutGrid, Rows3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useSyncExternalStore } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'

const views = ['tiles', 'list'] as const
export type View = (typeof views)[number]

const keyOf = (of: string) => `clockface-view-${of}`
/** The browser tells the other tabs of a change, but not the one that made it. */
const here = new EventTarget()

function subscribe(changed: () => void) {
  window.addEventListener('storage', changed)
  here.addEventListener('change', changed)
  return () => {
    window.removeEventListener('storage', changed)
    here.removeEventListener('change', changed)
  }
}

/** How somebody wants people shown on this device, kept for each of the places where they choose. */
export function useView(of: 'board' | 'roster', first: View): [View, (view: View) => void] {
  const kept = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(keyOf(of)),
    () => null,
  )
  const choose = useCallback(
    (view: View) => {
      window.localStorage.setItem(keyOf(of), view)
      here.dispatchEvent(new Event('change'))
    },
    [of],
  )
  return [views.find((view) => view === kept) ?? first, choose]
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
            className={classNames('sm:size-10', chosen && 'bg-accent-soft text-accent-ink')}
          />
        )
      })}
    </fieldset>
  )
}
