import type { SVGProps } from 'react'
import { layOutTicks, type Tick } from '@/domain/dial'

interface TicksProps {
  count: 12 | 60
  /** How a tick is drawn. */
  look: (tick: Tick) => SVGProps<SVGLineElement>
}

/** The ticks of a clock face, in a drawing of 200 by 200. */
export function Ticks({ count, look }: TicksProps) {
  return (
    <g strokeLinecap="round">
      {layOutTicks(count).map((tick) => (
        <line key={tick.at} x1={tick.x1} y1={tick.y1} x2={tick.x2} y2={tick.y2} {...look(tick)} />
      ))}
    </g>
  )
}
