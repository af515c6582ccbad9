import { Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import type { useStartSession } from './use-start-session'

interface StartButtonProps extends Pick<ComponentProps<typeof Button>, 'size' | 'className' | 'aria-label'> {
  classId: string
  start: ReturnType<typeof useStartSession>
}

/** Opens a session of the class in one click. */
export function StartButton({ classId, start, ...rest }: StartButtonProps) {
  const t = useTranslations('sessions')
  return (
    <Button
      loading={start.isPending || start.isSuccess}
      onClick={() => start.mutate({ classId, openNow: true })}
      {...rest}
    >
      <Play aria-hidden="true" />
      {t('start.now')}
    </Button>
  )
}
