'use client'

import { Tabs as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'

interface Tab {
  value: string
  label: string
  count?: number
  /** Once open it stays there behind the others, so that nothing typed in it is lost. */
  keeps?: boolean
  content: ReactNode
}

interface TabsProps {
  label: string
  tabs: readonly Tab[]
  value?: string
  onValueChange?: (value: string) => void
}

/** The first tab is open at first; pass `value` and `onValueChange` to hold the choice yourself. */
export function Tabs({ label, tabs, value, onValueChange }: TabsProps) {
  const held = value === undefined ? { defaultValue: tabs[0]?.value } : { value }
  const [opened, setOpened] = useState<ReadonlySet<string | undefined>>(new Set([value ?? tabs[0]?.value]))
  function choose(next: string) {
    setOpened((before) => new Set([...before, next]))
    onValueChange?.(next)
  }
  return (
    <Radix.Root {...held} onValueChange={choose}>
      <Radix.List aria-label={label} className="mb-5 flex gap-1 overflow-x-auto border-b print:hidden">
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
        <Radix.Content
          key={tab.value}
          value={tab.value}
          {...(tab.keeps && opened.has(tab.value) && { forceMount: true as const })}
          className="data-[state=inactive]:hidden"
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
