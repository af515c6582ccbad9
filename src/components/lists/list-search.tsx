'use client'

import { SearchField } from '@/components/ui/search-field'
import { useTypedSearch } from './use-typed-search'

interface ListSearchProps {
  label: string
  /** What the address says. */
  searched: string | undefined
  onSearch: (search: string) => void
}

/** What is typed searches once typing pauses. */
export function ListSearch({ label, searched = '', onSearch }: ListSearchProps) {
  const [typed, type] = useTypedSearch(searched, onSearch)
  return <SearchField label={label} value={typed} onChange={type} />
}
