'use client'

import { JoinCode } from '@/components/places/join-code'
import { usePageLink } from '@/components/places/use-page-link'
import { errorTextOf } from '@/components/providers/error-text'
import { QrCode } from '@/components/ui/qr-code'
import { Skeleton } from '@/components/ui/skeleton'
import { CodeRing } from './code-ring'
import { codePath, noCode } from './code-words'
import { useSessionCode } from './use-session-code'

/** The session's code for the whole room: as large as the column lets it be. */
export function ProjectorCode({ sessionId, name }: { sessionId: string; name: string }) {
  const { code, seconds, error, isPending } = useSessionCode(sessionId)
  const link = usePageLink(codePath(sessionId, code ?? noCode))
  return (
    <section aria-label="Code" className="@container grid w-full justify-items-center gap-3 text-center">
      {link && code ? (
        <QrCode
          value={link.url}
          label={`Opens the page to clock in to ${name}`}
          size={640}
          className="w-[min(100%,46dvh)] [&_svg]:h-auto [&_svg]:w-full"
        />
      ) : (
        <Skeleton className="aspect-square h-auto w-[min(100%,46dvh)]" />
      )}
      <p className="text-[clamp(1rem,1.2vw,1.5rem)] text-muted">
        Scan the picture, or type on the page “Today” at{' '}
        <span className="break-all font-semibold text-ink">{link?.host}</span>
      </p>
      <div className="flex w-full items-center justify-center gap-[3cqw]">
        {code ? (
          <JoinCode code={code} className="text-[clamp(2.5rem,17cqw,9rem)] leading-none" />
        ) : (
          <Skeleton className="h-[17cqw] w-[60cqw]" />
        )}
        <CodeRing seconds={seconds} size={140} className="w-[15cqw] min-w-12" />
      </div>
      {!code && !isPending && (
        <p role="status" className="text-caution-ink text-lg">
          {error ? errorTextOf(error) : 'The next code is on its way.'}
        </p>
      )}
    </section>
  )
}
