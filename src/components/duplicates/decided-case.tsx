'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useDecide } from './use-decide'
import type { Case } from './waiting-case'

/** What was decided, and the way back from it. */
export function DecidedCase({ found }: { found: Case }) {
  const t = useTranslations('duplicates')
  const { id, state, user, known } = found
  const decide = useDecide()
  const [asked, setAsked] = useState(false)
  const twins = state === 'TWINS'
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <p className="wrap-anywhere min-w-0 flex-1 basis-60">
        {t.rich(`decided.${twins ? 'TWINS' : 'SAME_PERSON'}`, {
          b: (words) => <span className="font-semibold">{words}</span>,
          known: known.name,
          knownEmail: known.email,
          user: user.name,
          userEmail: user.email,
        })}
      </p>
      <Button variant="ghost" size="sm" onClick={() => setAsked(true)}>
        {t('anew.button')}
      </Button>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        tone={twins ? 'danger' : 'primary'}
        title={twins ? t('anew.onePerson') : t('anew.twoPeople')}
        consequence={
          twins
            ? t('anew.onePersonConsequence', { user: user.name })
            : t('anew.twoPeopleConsequence', { user: user.name })
        }
        confirm={twins ? t('onePerson') : t('twoPeople')}
        onConfirm={() => decide.mutateAsync({ caseId: id, state: twins ? 'SAME_PERSON' : 'TWINS' })}
      />
    </li>
  )
}
