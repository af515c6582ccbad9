'use client'

import { useSearchParams } from 'next/navigation'

/** The chosen tab, which the address keeps: reload and Back show it again. */
export function useTab<Tab extends string>(first: Tab, tabs: readonly Tab[]): [Tab, (tab: string) => void] {
  const asked = useSearchParams().get('tab')
  const choose = (wanted: string) => window.history.replaceState(null, '', `?tab=${wanted}`)
  return [tabs.find((one) => one === asked) ?? first, choose]
}
