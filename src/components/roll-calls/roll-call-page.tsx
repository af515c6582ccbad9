'use client'

import { UserRoundSearch } from 'lucide-react'
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
import { studentsText } from './words'

/** Marks everybody who is seen in photos of the room: choose, wait, look through, confirm. */
export function RollCallPage({ initial }: { initial: RollCallData }) {
  const live = useRollCall(initial)
  const { session, schoolClass } = live.data
  const board = `/teach/sessions/${session.id}`
  return (
    <>
      <PageHeader
        title="Roll call from photos"
        description={session.title ? `${schoolClass.name} · ${session.title}` : schoolClass.name}
        back={{ href: board, label: 'Session' }}
      />
      <ConnectionNotice connection={live.connection} error={live.error} path={`${board}/roll-call`}>
        Photos that have arrived are read all the same, but this page no longer follows.
      </ConnectionNotice>
      <Step data={live.data} readAnew={live.readAnew} />
    </>
  )
}

function Step({ data, readAnew }: { data: RollCallData; readAnew: () => void }) {
  const { session, rollCall } = data
  const upload = useUpload(session.id)
  const [leaving, setLeaving] = useState(false)
  const started = rollCall && rollCall.state !== 'WAITING' && rollCall.state !== 'FAILED'

  if (leaving && rollCall?.state !== 'READY') return <ListSkeleton rows={6} />
  if (upload.photos.length > 0 && !started) return <Uploading upload={upload} rollCallId={rollCall?.id} />
  if (rollCall?.state === 'WAITING') return <Unfinished rollCall={rollCall} onDiscarded={readAnew} />
  if (rollCall?.state === 'WORKING') return <Reading rollCall={rollCall} onDiscarded={readAnew} />
  if (rollCall?.state === 'READY')
    return <Review rollCall={rollCall} sessionId={session.id} onDiscarded={readAnew} onLeaving={setLeaving} />
  return (
    <div className="grid gap-5">
      {rollCall?.state === 'FAILED' && (
        <Notice tone="negative" title="The photos could not be read">
          Faces cannot be recognised on this server at the moment, so the photos were erased. Mark by hand,
          and tell whoever runs it.
        </Notice>
      )}
      <Findable data={data} />
      {data.recogniser && data.findable > 0 && <ChoosePhotos sessionId={session.id} onStart={upload.start} />}
    </div>
  )
}

/** Who can be found at all, before anybody takes a photo for nothing. */
function Findable({
  data: { students, findable, recogniser, schoolClass, session },
}: {
  data: RollCallData
}) {
  if (!recogniser)
    return (
      <Notice tone="negative" title="Faces cannot be recognised here">
        The recogniser of this server does not start. Tell whoever runs it; until then mark by hand.
      </Notice>
    )
  if (findable > 0)
    return (
      <p className="max-w-text text-muted">
        {findable === students
          ? `All ${studentsText(students)} can be found in photos.`
          : `${findable} of ${studentsText(students)} can be found in photos. The others have not enrolled or not agreed to it: name them by hand in the photos, or mark them on the board.`}
      </p>
    )
  return (
    <Card padded={false}>
      <EmptyState
        icon={<UserRoundSearch />}
        title="Nobody can be found in photos yet"
        action={
          <LinkButton variant="secondary" href={`/teach/sessions/${session.id}`}>
            Back to the session
          </LinkButton>
        }
      >
        {students === 0
          ? `${schoolClass.name} has no students yet.`
          : 'Students are found once they have enrolled their face and agreed to be looked for in photos of the class. Until then mark them by hand.'}
      </EmptyState>
    </Card>
  )
}
