import { useTranslations } from 'next-intl'
import { StudentSearch } from '@/components/places/people-search'
import { Select } from '@/components/ui/select'
import { type View, ViewSwitch } from '@/components/ui/view-switch'
import type { BoardOrder } from './board-address'
import { MarkingTools, SelectSeveral } from './marking-tools'
import type { Marking } from './use-marking'

interface BoardToolsProps {
  typed: string
  onType: (typed: string) => void
  order: BoardOrder
  onOrder: (order: BoardOrder) => void
  view: View
  onView: (view: View) => void
  marking: Marking
}

export function BoardTools({ typed, onType, order, onOrder, view, onView, marking }: BoardToolsProps) {
  const t = useTranslations('sessions')
  return (
    <div className="mb-4 grid gap-2 sm:gap-3 xl:flex xl:flex-wrap print:hidden">
      <div className="flex gap-2 sm:flex-wrap sm:gap-3">
        <StudentSearch value={typed} onChange={onType} />
        <ViewSwitch value={view} onChange={onView} />
        <SelectSeveral marking={marking} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Select
          aria-label={t('board.order')}
          value={order}
          onChange={(event) => onOrder(event.target.value === 'name' ? 'name' : 'missing')}
          className="max-w-full flex-auto sm:min-w-56 sm:flex-none"
        >
          <option value="missing">{t('board.missingFirst')}</option>
          <option value="name">{t('board.byName')}</option>
        </Select>
        <MarkingTools marking={marking} />
      </div>
    </div>
  )
}
