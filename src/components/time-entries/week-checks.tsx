'use client'

import { ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FaceChecks } from '../face-checks/face-checks'
import type { ApiOutput } from '../providers/api-output'
import { Button } from '../ui/button'
import { ErrorState } from '../ui/error-state'
import { Sheet } from '../ui/sheet'
import { ListSkeleton } from '../ui/skeleton'
import { useErrorText } from '../words/error-words'

interface WeekChecksProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  checks: {
    data: ApiOutput['timeEntries']['faceChecks'] | undefined
    error: unknown
    isFetching: boolean
    refetch: () => void
  }
  timeZone: string
}

/** Every attempt of a week to be recognised, those too that led to no entry. */
export function WeekChecks({ open, onOpenChange, checks, timeZone }: WeekChecksProps) {
  const t = useTranslations('time-entries')
  const errorText = useErrorText()
  const { data, error, isFetching, refetch } = checks
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => onOpenChange(true)}>
        <ScanFace aria-hidden="true" />
        {t('checks.open')}
      </Button>
      <Sheet open={open} onOpenChange={onOpenChange} title={t('checks.title')}>
        {data ? (
          <FaceChecks {...data} timeZone={timeZone} none={t('checks.none')} />
        ) : error ? (
          <ErrorState onRetry={refetch} retrying={isFetching}>
            {errorText(error)}
          </ErrorState>
        ) : (
          <ListSkeleton rows={3} />
        )}
      </Sheet>
    </>
  )
}
