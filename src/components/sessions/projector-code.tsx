'use client'

import { useTranslations } from 'next-intl'
import { JoinCode } from '@/components/places/join-code'
import { QrCode } from '@/components/ui/qr-code'
import { Skeleton } from '@/components/ui/skeleton'
import { CODE_DIGITS } from '@/domain/session-code'
import { CodeMissing, useShownCode, WhereToType } from './code-parts'
import { CodeRing } from './code-ring'

/** The session's code for the whole room: as large as the column lets it be. */
export function ProjectorCode({ sessionId, name }: { sessionId: string; name: string }) {
  const t = useTranslations('sessions')
  const { code, seconds, link, missing } = useShownCode(sessionId)
  return (
    <section
      aria-label={t('code.title')}
      className="@container grid w-full justify-items-center gap-3 text-center"
    >
      {link && code ? (
        <QrCode
          value={link.url}
          label={t('code.picture', { name })}
          size={640}
          className="w-[min(100%,56cqh)]! [&_svg]:h-auto [&_svg]:w-full"
        />
      ) : (
        <Skeleton className="aspect-square h-auto! w-[min(100%,56cqh)]" />
      )}
      <WhereToType host={link?.host} className="text-[clamp(1rem,1.2vw,1.5rem)]" />
      <div className="flex w-full items-center justify-center gap-[3cqw]">
        {code ? (
          <JoinCode
            code={code}
            className={
              code.length > CODE_DIGITS ? 'text-[clamp(2rem,13cqw,7rem)]' : 'text-[clamp(2.5rem,17cqw,9rem)]'
            }
          />
        ) : (
          <Skeleton className="h-[17cqw]! w-[60cqw]" />
        )}
        <CodeRing seconds={seconds} size={140} className="w-[15cqw] min-w-12" />
      </div>
      <CodeMissing why={missing} className="text-lg" />
    </section>
  )
}
