import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '@/components/ui/icon-button'

interface RemovableRowProps {
  title: ReactNode
  hint?: ReactNode
  /** What the button at its end does. */
  remove: string
  onRemove: () => void
}

/** One entry of a short list that can be taken off it. */
export function RemovableRow({ title, hint, remove, onRemove }: RemovableRowProps) {
  return (
    <li className="flex items-center gap-3 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere font-semibold">{title}</p>
        {hint && <p className="text-muted text-sm">{hint}</p>}
      </div>
      <IconButton label={remove} icon={<X />} onClick={onRemove} />
    </li>
  )
}
