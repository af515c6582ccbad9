'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { LogIn } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { useViewer } from '@/components/providers/viewer'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { appErrorOf } from '@/components/words/app-error'
import { AFTER_ALL } from '@/domain/feeds'
import { refusalOf } from './connection'
import { useLiveStream } from './use-live-stream'

const nothing = () => undefined

interface SignedOutNoticeProps {
  viewerId: string
  /** Until when they are signed in. */
  until: Date
}

/**
 * Says on any page, within seconds, that whoever it was made for is signed in no more, and why. Leads to signing in and
 * back to the same place.
 */
export function SignedOutNotice({ viewerId, until }: SignedOutNoticeProps) {
  const t = useTranslations('live')
  useViewer(viewerId)
  const [path, params] = [usePathname(), useSearchParams().toString()]
  const connection = useLiveStream({
    ...{ feed: { kind: 'account' }, viewerId, since: AFTER_ALL, onEvent: nothing, onDoubt: nothing },
    error: useRefusal(),
  })
  const trpc = useTRPC()
  const signedOut = connection === 'signed-out'
  const asked = useQuery(
    trpc.account.whySignedOut.queryOptions(
      { viewerId, until: until.toISOString() },
      { enabled: signedOut, gcTime: 0 },
    ),
  )
  const back = encodeURIComponent(params ? `${path}?${params}` : path)
  return (
    <div role="alert" className="sticky top-16 z-20">
      {signedOut && (
        <div className="mx-auto max-w-app px-4 pt-4 sm:px-6">
          <Notice
            tone="negative"
            icon={<LogIn />}
            title={t('signedOut')}
            className="shadow-lg"
            action={
              <LinkButton size="sm" href={`/sign-in?next=${back}`}>
                {t('signInAgain')}
              </LinkButton>
            }
          >
            {!asked.isPending && t(`signedOutWhy.${asked.data?.why ?? 'unknown'}`)}
          </Notice>
        </div>
      )}
    </div>
  )
}

/** The last answer that any question or act of the page was refused with, for want of a sign-in. */
function useRefusal(): unknown {
  const queries = useQueryClient()
  const [refused, setRefused] = useState<unknown>(null)
  useEffect(() => {
    const hear = (error: unknown) => {
      if (refusalOf(appErrorOf(error)?.code) === 'signed-out') setRefused(error)
    }
    const stops = [
      queries.getQueryCache().subscribe(({ query }) => hear(query.state.error)),
      queries.getMutationCache().subscribe(({ mutation }) => hear(mutation?.state.error)),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [queries])
  return refused
}
