import { classNames } from '@/components/ui/class-names'
import { layOutTicks } from '@/domain/dial'

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
      {layOutTicks(60).map((tick) => (
        <line
          key={tick.at}
          x1={tick.x1}
          y1={tick.y1}
          x2={tick.x2}
          y2={tick.y2}
          strokeWidth={tick.major ? 1 : 0.5}
          strokeLinecap="round"
        />
      ))}
    </svg>
  )
}
