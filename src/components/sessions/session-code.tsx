'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { JoinCode } from '@/components/places/join-code'
import { OnlyHere } from '@/components/places/only-here'
import { Card } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import { QrCode } from '@/components/ui/qr-code'
import { Skeleton } from '@/components/ui/skeleton'
import { CodeMissing, useShownCode, WhereToType } from './code-parts'
import { CodeRing } from './code-ring'

interface SessionCodeProps {
  sessionId: string
  /** Of the class. */
  name: string
  onHide: () => void
}

/** The session's code on the teacher's own screen: its picture, its digits, and how long it still counts. */
export function SessionCode({ sessionId, name, onHide }: SessionCodeProps) {
  const t = useTranslations('sessions')
  const { code, seconds, link, missing } = useShownCode(sessionId)
  return (
    <Card className="relative mb-6 flex flex-wrap items-center justify-center gap-x-8 gap-y-4 sm:justify-start">
      <IconButton
        label={t('code.hideLabel')}
        icon={<X />}
        onClick={onHide}
        className="absolute top-1.5 end-1.5"
      />
      {link && code ? (
        <QrCode value={link.url} label={t('code.picture', { name })} size={168} />
      ) : (
        <Skeleton className="size-42!" />
      )}
      <div className="grid justify-items-center gap-1 sm:justify-items-start">
        <WhereToType host={link?.host} />
        <div className="flex flex-wrap items-center justify-center gap-x-6 gap-y-2">
          {code ? (
            <JoinCode code={code} className="text-5xl leading-tight sm:text-6xl" />
          ) : (
            <Skeleton className="h-16! w-64" />
          )}
          <CodeRing seconds={seconds} size={72} />
        </div>
        <CodeMissing why={missing} />
      </div>
      <OnlyHere link={link} className="basis-full">
        {t('code.onlyHere')}
      </OnlyHere>
    </Card>
  )
}
