'use client'

import { Hash } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useCodeShown } from './use-code-shown'

/** Shows the session's code on the board and on the projector, or hides it from both. */
export function ShowCodeButton({ sessionId, className }: { sessionId: string; className?: string }) {
  const t = useTranslations('sessions')
  const [shown, show] = useCodeShown(sessionId)
  return (
    <Button
      variant="secondary"
      aria-pressed={shown}
      onClick={() => show(!shown)}
      {...(className && { className })}
    >
      <Hash aria-hidden="true" />
      {shown ? t('code.hide') : t('code.show')}
    </Button>
  )
}
