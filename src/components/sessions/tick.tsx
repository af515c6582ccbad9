import { Check } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'

/** Whether somebody is selected, for the eye: the button around it says so. */
export function Tick({ picked }: { picked: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'grid size-6 shrink-0 place-items-center rounded-sm border-2 border-line-strong bg-surface',
        picked && 'border-accent! bg-accent! text-on-accent',
      )}
    >
      {picked && <Check strokeWidth={3.5} className="size-4" />}
    </span>
  )
}
