'use client'

import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/words/error-words'
import { Button } from './button'

/** Whether the server is there: then it has another build, of which this page's parts are none. */
export const isOutdated = () =>
  fetch('/api/health/live', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

/** Why what was asked for does not come. It needs nothing itself that would have to be fetched. */
export function MissedPart({ error, outdated }: { error: unknown; outdated: boolean }) {
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  return (
    <div
      role="alert"
      className="fixed inset-x-3 bottom-3 z-50 mx-auto flex w-fit max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-3 rounded-lg border bg-raised px-4 py-3 pb-safe shadow-lg print:hidden"
    >
      {outdated ? ui('outdated') : errorText(error)}
      {outdated && (
        <Button size="sm" onClick={() => window.location.reload()}>
          {ui('reload')}
        </Button>
      )}
    </div>
  )
}
