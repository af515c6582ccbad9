'use client'

import { useSearch, writeSearch } from '@/components/ui/address'

/** The chosen tab, which the address keeps: reload and Back show it again. */
export function useTab<Tab extends string>(first: Tab, tabs: readonly Tab[]): [Tab, (tab: string) => void] {
  const asked = useSearch().get('tab')
  const choose = (wanted: string) => writeSearch(new URLSearchParams({ tab: wanted }), 'same')
  return [tabs.find((one) => one === asked) ?? first, choose]
}
