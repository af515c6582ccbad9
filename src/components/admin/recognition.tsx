import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRecogniserText } from '@/components/face-checks/face-check-words'
import type { ApiOutput } from '@/components/providers/api-output'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { BASIC_RECOGNISER } from '@/domain/face/thresholds'

type RecognitionProps = Pick<ApiOutput['admin']['status'], 'recogniser' | 'own' | 'pad' | 'problem'>

/** What recognises faces here, and what it means where it is less than it could be. */
export function Recognition({ recogniser, own, pad, problem }: RecognitionProps) {
  const t = useTranslations('admin')
  const recogniserText = useRecogniserText()
  return (
    <Card id="recognition" className="grid scroll-mt-20 gap-4">
      <CardHeader title={t('recognition.title')} className="mb-0!" />
      <dl className="grid gap-3">
        <Line
          label={t('recognition.recogniser')}
          good={recogniser !== null && recogniser !== BASIC_RECOGNISER}
        >
          {own?.name ?? (recogniser ? recogniserText(recogniser) : t('recognition.none'))}
        </Line>
        {own && recogniser && <OwnRecogniser licence={own.licence} id={recogniser} />}
        <Line label={t('recognition.pad')} good={pad}>
          {pad ? t('recognition.padWorks') : t('recognition.padMissing')}
        </Line>
      </dl>
      {recogniser === null && (
        <Notice tone="negative" icon={<TriangleAlert />} title={t('recognition.nobody')}>
          {t('recognition.nobodyHint')}
          {problem && (
            <span className="mt-2 block">
              {t.rich('recognition.engineSays', { message: () => <EngineMessage>{problem}</EngineMessage> })}
            </span>
          )}
        </Notice>
      )}
      {own && (
        <Notice tone="caution" icon={<TriangleAlert />} title={t('recognition.notMeasured')}>
          {t('recognition.notMeasuredHint')}
        </Notice>
      )}
      {recogniser === BASIC_RECOGNISER && (
        <Notice tone="caution" icon={<TriangleAlert />} title={t('recognition.basic')}>
          {t('recognition.basicHint')}
        </Notice>
      )}
      {!pad && recogniser !== null && (
        <Notice tone="caution" icon={<TriangleAlert />} title={t('recognition.noPad')}>
          {t('recognition.noPadHint')}
        </Notice>
      )}
    </Card>
  )
}

/** English, whatever the page is in, so that it can be searched for. */
function EngineMessage({ children }: { children: string }) {
  return (
    <code lang="en" dir="ltr" className="wrap-anywhere text-sm">
      {children}
    </code>
  )
}

/** The terms under which its makers gave it, which only this installation can keep. */
function OwnRecogniser({ licence, id }: { licence: string; id: string }) {
  const t = useTranslations('admin')
  return (
    <>
      <div>
        <dt className="text-muted text-sm">{t('recognition.licence')}</dt>
        <dd className="mt-0.5 wrap-anywhere">{licence}</dd>
      </div>
      <div>
        <dt className="text-muted text-sm">{t('recognition.keptAs')}</dt>
        <dd className="mt-0.5 wrap-anywhere font-mono text-sm">{id}</dd>
      </div>
    </>
  )
}

function Line({ label, good, children }: { label: string; good: boolean; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="mt-0.5">
        <Badge
          tone={good ? 'positive' : 'caution'}
          icon={good ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          className="whitespace-normal!"
        >
          {children}
        </Badge>
      </dd>
    </div>
  )
}
