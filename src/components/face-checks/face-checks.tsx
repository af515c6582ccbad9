'use client'

import { ImageOff, ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { bandTone, outcomeTone, useReasonText } from './face-check-words'

type FaceCheck = ApiOutput['timeEntries']['ownFaceChecks']['faceChecks'][number]

interface FaceChecksProps {
  faceChecks: readonly FaceCheck[]
  evidenceDays: number
  timeZone: string
  /** What to say where there is none. */
  none: string
}

/** Attempts to be recognised, each with its snapshot for as long as it is kept. */
export function FaceChecks({ faceChecks, evidenceDays, timeZone, none }: FaceChecksProps) {
  const t = useTranslations('face-checks')
  const reasonText = useReasonText()
  if (faceChecks.length === 0) return <p className="text-muted">{none}</p>
  return (
    <>
      <ul className="grid gap-4">
        {faceChecks.map((check) => (
          <li key={check.id} className="flex gap-4">
            <Snapshot check={check} />
            <div className="grid min-w-0 content-start gap-1 text-sm">
              <p>
                <span className="font-semibold">{t(`purpose.${check.purpose}`)}</span>
                <span className="text-muted">
                  {' · '}
                  <Time at={check.at} timeZone={timeZone} format="dateTime" />
                </span>
              </p>
              <Outcome check={check} />
              {check.reason && <p>{reasonText(check.reason)}</p>}
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-muted text-sm">{t('erased', { days: evidenceDays })}</p>
    </>
  )
}

function Outcome({ check: { outcome, band } }: { check: FaceCheck }) {
  const t = useTranslations('face-checks')
  return (
    <Badge
      tone={band ? bandTone[band] : outcomeTone[outcome]}
      icon={<ScanFace aria-hidden="true" />}
      className="justify-self-start whitespace-normal!"
    >
      {band ? t(`band.${band}`) : t(`outcome.${outcome}`)}
    </Badge>
  )
}

function Snapshot({ check: { id, hasEvidence } }: { check: FaceCheck }) {
  const t = useTranslations('face-checks')
  const [gone, setGone] = useState(false)
  const place = 'size-28 shrink-0 rounded-md border bg-sunken'
  if (!hasEvidence || gone) {
    return (
      <div
        className={`${place} grid place-content-center justify-items-center gap-1 p-2 text-center text-muted text-xs`}
      >
        <ImageOff aria-hidden="true" className="size-6" />
        {t('noSnapshot')}
      </div>
    )
  }
  return (
    // biome-ignore lint/performance/noImgElement: private and never cached, so there is nothing to optimise
    <img
      src={`/api/evidence/${id}`}
      alt={t('snapshot')}
      className={`${place} object-cover`}
      onError={() => setGone(true)}
    />
  )
}
