'use client'

import { UserRoundSearch } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConnectionNotice } from '@/components/live/connection-state'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ListSkeleton } from '@/components/ui/skeleton'
import { ChoosePhotos } from './choose-photos'
import { Reading, Unfinished } from './reading'
import { Review } from './review'
import { Uploading } from './uploading'
import { type RollCallData, useRollCall } from './use-roll-call'
import { useUpload } from './use-upload'

/** Marks everybody who is seen in photos of the room: choose, wait, look through, confirm. */
export function RollCallPage({ initial }: { initial: RollCallData }) {
  const t = useTranslations('roll-calls')
  const live = useRollCall(initial)
  const { session, schoolClass } = live.data
  const board = `/teach/sessions/${session.id}`
  return (
    <>
      <PageHeader
        title={t('title')}
        description={
          session.title ? t('of', { className: schoolClass.name, session: session.title }) : schoolClass.name
        }
        back={{ href: board, label: t('back') }}
      />
      <ConnectionNotice connection={live.connection} error={live.error}>
        {t('notFollowing')}
      </ConnectionNotice>
      <Step data={live.data} readAnew={live.readAnew} />
    </>
  )
}

function Step({ data, readAnew }: { data: RollCallData; readAnew: () => void }) {
  const t = useTranslations('roll-calls')
  const { session, rollCall } = data
  const upload = useUpload(session.id)
  const [leaving, setLeaving] = useState(false)
  const started = rollCall && rollCall.state !== 'WAITING' && rollCall.state !== 'FAILED'

  if (leaving && rollCall?.state !== 'READY') return <ListSkeleton rows={6} />
  if (upload.photos.length > 0 && (!started || upload.adding))
    return <Uploading upload={upload} rollCallId={rollCall?.id} />
  if (rollCall?.state === 'WAITING') return <Unfinished rollCall={rollCall} onDiscarded={readAnew} />
  if (rollCall?.state === 'WORKING') return <Reading rollCall={rollCall} onDiscarded={readAnew} />
  if (rollCall?.state === 'READY')
    return (
      <Review
        rollCall={rollCall}
        sessionId={session.id}
        onDiscarded={readAnew}
        onLeaving={setLeaving}
        onPhotos={(photos) => void upload.add(rollCall.id, photos)}
      />
    )
  return (
    <div className="grid gap-5">
      {rollCall?.state === 'FAILED' && (
        <Notice tone="negative" title={t('failed.title')}>
          {t('failed.text')}
        </Notice>
      )}
      <Findable data={data} />
      {data.recogniser && data.findable > 0 && (
        <ChoosePhotos sessionId={session.id} rounds={data.rounds} onStart={upload.start} />
      )}
    </div>
  )
}

/** Who can be found at all, before anybody takes a photo for nothing. */
function Findable({
  data: { students, findable, recogniser, schoolClass, session },
}: {
  data: RollCallData
}) {
  const t = useTranslations('roll-calls')
  if (!recogniser)
    return (
      <Notice tone="negative" title={t('noRecogniser.title')}>
        {t('noRecogniser.text')}
      </Notice>
    )
  if (findable > 0)
    return (
      <p className="max-w-text text-muted">
        {findable === students ? t('findable.all', { students }) : t('findable.some', { findable, students })}
      </p>
    )
  return (
    <Card padded={false}>
      <EmptyState
        icon={<UserRoundSearch />}
        title={t('findable.nobody')}
        action={
          <LinkButton variant="secondary" href={`/teach/sessions/${session.id}`}>
            {t('backTo')}
          </LinkButton>
        }
      >
        {students === 0
          ? t('findable.noStudents', { className: schoolClass.name })
          : t('findable.nobodyText')}
      </EmptyState>
    </Card>
  )
}
