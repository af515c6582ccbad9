'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Feed } from '@/domain/feeds'
import { ConnectionNotice } from '../live/connection-state'
import type { ApiOutput } from '../providers/api-output'
import { useHoursStream } from './use-work'

interface FollowHoursProps {
  feed: Feed
  /** Asked for before anything else of the page. */
  start: ApiOutput['feeds']['start']
}

/** Keeps a page of hours or pay as it is now: what it asks for by itself, and what it was made with. */
export function FollowHours({ feed, start: { viewerId, lastEventId: since } }: FollowHoursProps) {
  const t = useTranslations('time-entries')
  const router = useRouter()
  const connection = useHoursStream({ feed, viewerId, since, error: null, onRead: router.refresh })
  return (
    <ConnectionNotice connection={connection} error={null}>
      {t('follow.signedOut')}
    </ConnectionNotice>
  )
}
