import { useTranslations } from 'next-intl'
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
  const t = useTranslations('sessions')
  return (
    <span role="timer" aria-label={t('code.next', { seconds })}>
      <Dial
        segments={[{ key: 'left', value: seconds, tone: 'accent' }]}
        total={CODE_SECONDS}
        value={seconds}
        label=""
        size={size}
        {...(className && { className })}
      />
    </span>
  )
}
