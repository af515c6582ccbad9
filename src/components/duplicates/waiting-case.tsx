'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { EmailAddress } from '@/components/ui/email-address'
import { Time } from '@/components/ui/time'
import { useDecide } from './use-decide'

export type Case = ApiOutput['duplicates']['cases']['waiting'][number]

/** Both faces side by side, and the two answers. */
export function WaitingCase({ found }: { found: Case }) {
  const t = useTranslations('duplicates')
  const { id, user, known, knownHasPhoto } = found
  const decide = useDecide()
  const [asked, setAsked] = useState<'TWINS' | 'SAME_PERSON'>()
  return (
    <li className="grid gap-4">
      <div className="grid max-w-2xl grid-cols-2 gap-4">
        <Side
          account={known}
          title={t('enrolledFirst')}
          src={knownHasPhoto ? `/api/duplicate-faces/${id}/known` : null}
        />
        <Side account={user} title={t('wantsToEnrol')} src={`/api/duplicate-faces/${id}/new`} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={() => setAsked('TWINS')}>
          {t('twoDifferent')}
        </Button>
        <Button variant="danger" onClick={() => setAsked('SAME_PERSON')}>
          {t('samePerson')}
        </Button>
      </div>
      <ConfirmDialog
        open={asked !== undefined}
        onOpenChange={(open) => !open && setAsked(undefined)}
        tone={asked === 'TWINS' ? 'primary' : 'danger'}
        title={asked === 'TWINS' ? t('ask.twoPeople') : t('ask.onePerson')}
        consequence={
          asked === 'TWINS'
            ? t('ask.twoPeopleConsequence', { known: known.name, user: user.name })
            : t('ask.onePersonConsequence', { known: known.name, user: user.name, email: user.email })
        }
        confirm={asked === 'TWINS' ? t('twoPeople') : t('onePerson')}
        onConfirm={() => asked && decide.mutateAsync({ caseId: id, state: asked })}
      />
    </li>
  )
}

interface SideProps {
  account: Case['user']
  title: string
  src: string | null
}

function Side({ account, title, src }: SideProps) {
  const t = useTranslations('duplicates')
  return (
    <figure className="min-w-0">
      <div className="grid aspect-square max-h-80 w-full place-items-center overflow-hidden rounded-md bg-sunken">
        {src ? (
          // biome-ignore lint/performance/noImgElement: the picture is for this reader alone and must not be kept
          <img src={src} alt={account.name} className="size-full object-contain" />
        ) : (
          <Avatar name={account.name} size="lg" />
        )}
      </div>
      <figcaption className="wrap-anywhere mt-2">
        <span className="block text-muted text-sm">{title}</span>
        <span translate="no" className="block font-semibold">
          {account.name}
        </span>
        <EmailAddress className="block! text-sm">{account.email}</EmailAddress>
        <span className="block text-muted text-sm">
          {t.rich('accountSince', { at: () => <Time at={account.createdAt} format="date" /> })}
        </span>
      </figcaption>
    </figure>
  )
}
