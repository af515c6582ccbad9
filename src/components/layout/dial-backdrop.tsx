import { classNames } from '@/components/ui/class-names'
import { Ticks } from '@/components/ui/ticks'

/** A great faint dial behind what stands in the middle of a page. */
export function DialBackdrop({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 200 200"
      aria-hidden="true"
      className={classNames(
        'pointer-events-none absolute top-1/2 left-1/2 w-[64rem] max-w-none -translate-x-1/2 -translate-y-1/2 stroke-line-strong/35',
        className,
      )}
    >
      <Ticks count={60} look={({ major }) => ({ strokeWidth: major ? 1 : 0.5 })} />
    </svg>
  )
}
