import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Input } from '@/components/ui/input'

interface StudentSearchProps {
  value: string
  onChange: (typed: string) => void
}

export function StudentSearch({ value, onChange }: StudentSearchProps) {
  const t = useTranslations('places')
  return (
    <div className="relative w-full sm:w-64">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 start-3 size-5 -translate-y-1/2 text-muted"
      />
      <Input
        type="search"
        aria-label={t('findStudent')}
        placeholder={t('findStudent')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="ps-10"
      />
    </div>
  )
}
