import { useTranslations } from 'next-intl'
import { SearchField } from '@/components/ui/search-field'

interface StudentSearchProps {
  value: string
  onChange: (typed: string) => void
}

export function StudentSearch({ value, onChange }: StudentSearchProps) {
  const t = useTranslations('places')
  return <SearchField label={t('findStudent')} value={value} onChange={onChange} />
}
