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
  return (
    <div className="mb-4 flex flex-wrap gap-3">
      <StudentSearch value={typed} onChange={onType} />
      <Select
        aria-label="Order"
        value={order}
        onChange={(event) => onOrder(event.target.value === 'name' ? 'name' : 'missing')}
        className="w-full sm:w-56"
      >
        <option value="missing">Who is missing first</option>
        <option value="name">By name</option>
      </Select>
    </div>
  )
}
