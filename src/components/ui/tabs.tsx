'use client'

import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface TabsProps {
  label: string
  tabs: readonly { value: string; label: string; count?: number; content: ReactNode }[]
  value?: string
  onValueChange?: (value: string) => void
}

/** The first tab is open at first; pass `value` and `onValueChange` to hold the choice yourself. */
export function Tabs({ label, tabs, value, onValueChange }: TabsProps) {
  const held = value === undefined ? { defaultValue: tabs[0]?.value } : { value }
  return (
    <Radix.Root {...held} onValueChange={onValueChange}>
      <Radix.List aria-label={label} className="mb-5 flex gap-1 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px flex h-11 shrink-0 items-center gap-2 rounded-t-md border-transparent border-b-3 px-3.5 font-semibold text-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="rounded-full bg-neutral-soft px-2 text-neutral-ink text-xs tabular-nums">
                {tab.count}
              </span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
