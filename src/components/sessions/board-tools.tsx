import { useTranslations } from 'next-intl'
import { StudentSearch } from '@/components/places/people-search'
import { Select } from '@/components/ui/select'
import type { BoardOrder } from './board-tiles'

interface BoardToolsProps {
  typed: string
  onType: (typed: string) => void
  order: BoardOrder
  onOrder: (order: BoardOrder) => void
}

export function BoardTools({ typed, onType, order, onOrder }: BoardToolsProps) {
  const t = useTranslations('sessions')
  return (
    <div className="mb-4 flex flex-wrap gap-3">
      <StudentSearch value={typed} onChange={onType} />
      <Select
        aria-label={t('board.order')}
        value={order}
        onChange={(event) => onOrder(event.target.value === 'name' ? 'name' : 'missing')}
        className="w-full sm:w-56"
      >
        <option value="missing">{t('board.missingFirst')}</option>
        <option value="name">{t('board.byName')}</option>
      </Select>
    </div>
  )
}
