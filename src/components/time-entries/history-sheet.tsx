'use client'

import { useTranslations } from 'next-intl'
import { FaceChecks } from '../face-checks/face-checks'
import type { ApiOutput } from '../providers/api-output'
import { Sheet } from '../ui/sheet'
import { ListSkeleton } from '../ui/skeleton'
import { Time } from '../ui/time'

type History = ApiOutput['timeEntries']['ownHistory']
type Change = History['changes'][number]

interface HistorySheetProps {
  history: History | undefined
  timeZone: string
  onClose: () => void
}

/** Who changed what in an entry, the newest first, and the face checks made for it. */
export function HistorySheet({ history, timeZone, onClose }: HistorySheetProps) {
  const t = useTranslations('time-entries')
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={t('history.title')}>
      {history ? (
        <>
          <ol className="divide-y">
            {history.changes.map((change) => (
              <ChangeRow key={change.id} change={change} timeZone={timeZone} />
            ))}
          </ol>
          {history.faceChecks && (
            <section className="mt-6">
              <h3 className="mb-3 font-bold">{t('checks.ofEntry')}</h3>
              <FaceChecks
                faceChecks={history.faceChecks}
                evidenceDays={history.evidenceDays}
                timeZone={timeZone}
                none={t('checks.noneOf')}
              />
            </section>
          )}
        </>
      ) : (
        <ListSkeleton rows={3} />
      )}
    </Sheet>
  )
}

function ChangeRow({ change, timeZone }: { change: Change; timeZone: string }) {
  const t = useTranslations('time-entries')
  const { at, actor, after, before, reason } = change
  return (
    <li className="grid gap-0.5 py-3">
      <p className="text-muted text-sm">
        <Time at={at} timeZone={timeZone} format="dateTime" />
        {' · '}
        {actor?.name ?? t('history.itself')}
      </p>
      {before && (
        <p className="text-muted line-through">
          <Kept entry={before} timeZone={timeZone} />
        </p>
      )}
      <p className="font-semibold">
        {after.removed ? t('history.removed') : <Kept entry={after} timeZone={timeZone} />}
      </p>
      {reason && <p className="wrap-anywhere text-sm">{t('history.reason', { reason })}</p>}
    </li>
  )
}

function Kept({
  entry: { startedAt, endedAt, breaks, kind },
  timeZone,
}: {
  entry: Change['after']
  timeZone: string
}) {
  const t = useTranslations('time-entries')
  const from = () => <Time at={startedAt} timeZone={timeZone} format="dateTime" />
  return (
    <>
      {endedAt
        ? t.rich('entry.fromTo', {
            from,
            to: () => <Time at={endedAt} timeZone={timeZone} format="dateTime" />,
          })
        : t.rich('entry.since', { from })}
      {breaks.length > 0 && ` · ${t('history.breaks', { count: breaks.length })}`}
      {kind && ` · ${kind}`}
    </>
  )
}
