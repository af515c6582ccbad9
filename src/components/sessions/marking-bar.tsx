'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { useStatusWords } from '@/components/ui/status-words'
import { markStatuses } from './mark-statuses'
import type { Marking } from './use-marking'

/** While several are selected: who, and the one press that marks them all. */
export function MarkingBar({ marking }: { marking: Marking }) {
  const t = useTranslations('sessions')
  const word = useStatusWords()
  const { selected, chosen, markable, unmarked, select, markAll, pending } = marking
  if (!selected) return null
  const only = (students: readonly { id: string }[]) => () => select(new Set(students.map(({ id }) => id)))
  return (
    // On phones above the bar of the navigation.
    <section
      aria-label={t('marking.as')}
      className="confirm-bar sticky bottom-[calc(4rem+1px+env(safe-area-inset-bottom))] z-20 -mx-4 mt-4 grid gap-2 border-t bg-surface px-4 py-3 shadow-lg sm:bottom-4 sm:mx-0 sm:rounded-lg sm:border print:hidden"
    >
      <div className="flex flex-wrap items-center gap-x-1 gap-y-1 sm:gap-x-3">
        <p role="status" className="me-auto font-semibold max-sm:text-sm">
          {t('marking.selected', { count: chosen.length })}
        </p>
        <Button variant="ghost" size="sm" onClick={only(markable)} className="max-sm:px-2">
          {t('marking.all')}
        </Button>
        {unmarked.length > 0 && (
          <Button variant="ghost" size="sm" onClick={only(unmarked)} className="max-sm:px-2">
            {t('marking.unmarked', { count: unmarked.length })}
          </Button>
        )}
        <IconButton label={t('marking.done')} icon={<X aria-hidden="true" />} onClick={() => select(null)} />
      </div>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {markStatuses.map(({ status, look, icon: Icon }) => (
          <Button
            key={status}
            variant="secondary"
            disabled={chosen.length === 0}
            loading={pending}
            onClick={() => void markAll({ students: chosen, status })}
          >
            <Icon aria-hidden="true" />
            {word(look)}
          </Button>
        ))}
      </div>
    </section>
  )
}
