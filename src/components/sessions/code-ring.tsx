import { Dial } from '@/components/ui/dial'
import { CODE_SECONDS } from '@/domain/session-code'

interface CodeRingProps {
  /** Left until the next code. */
  seconds: number
  size: number
  className?: string
}

/** A ring that runs down until the next code comes. */
export function CodeRing({ seconds, size, className }: CodeRingProps) {
  return (
    <span role="timer" aria-label={`New code in ${seconds} s`}>
      <Dial
        segments={[{ key: 'left', label: 'Seconds left', value: seconds, tone: 'accent' }]}
        total={CODE_SECONDS}
        value={seconds}
        label=""
        size={size}
        {...(className && { className })}
      />
    </span>
  )
}
