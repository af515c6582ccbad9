'use client'

import { RotateCw, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PublicShell } from '@/components/layout/public-shell'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useErrorWords } from '@/components/words/error-words'

interface ErrorPageProps {
  /** `digest` is the number under which the server's log has the whole story. */
  error: Error & { digest?: string }
  reset: () => void
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations('layout')
  const ui = useTranslations('ui')
  const words = useErrorWords()
  return (
    <PublicShell>
      <EmptyState
        className="flex-1 justify-center"
        icon={<TriangleAlert />}
        title={t('error.title')}
        level={1}
        action={
          <Button onClick={reset}>
            <RotateCw aria-hidden="true" />
            {ui('tryAgain')}
          </Button>
        }
      >
        <p>{words.ofCode('server.failed').text}</p>
        {error.digest && <p className="mt-2 text-sm">{t('error.number', { number: error.digest })}</p>}
      </EmptyState>
    </PublicShell>
  )
}
