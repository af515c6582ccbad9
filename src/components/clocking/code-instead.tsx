import { Hash } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

interface CodeInsteadProps {
  onClick: () => void
  /** The only way on. */
  first?: boolean
  className?: string
}

/** The way on where the face does not work, or is not wanted just now. */
export function CodeInstead({ onClick, first = false, className }: CodeInsteadProps) {
  const t = useTranslations('clocking')
  return (
    <Button
      variant={first ? 'primary' : 'ghost'}
      size="lg"
      onClick={onClick}
      {...(className && { className })}
    >
      <Hash aria-hidden="true" />
      {t('enterCode')}
    </Button>
  )
}
