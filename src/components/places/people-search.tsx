import { Search } from 'lucide-react'
import { Input } from '@/components/ui/input'

interface StudentSearchProps {
  value: string
  onChange: (typed: string) => void
}

export function StudentSearch({ value, onChange }: StudentSearchProps) {
  return (
    <div className="relative w-full sm:w-64">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 start-3 size-5 -translate-y-1/2 text-muted"
      />
      <Input
        type="search"
        aria-label="Find a student"
        placeholder="Find a student"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="ps-10"
      />
    </div>
  )
}
