import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { recogniserText } from '@/components/attendance/record-words'
import type { ApiOutput } from '@/components/providers/api-output'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { BASIC_RECOGNISER } from '@/domain/face/thresholds'

type RecognitionProps = Pick<ApiOutput['admin']['status'], 'recogniser' | 'own' | 'pad' | 'problem'>

/** What recognises faces here, and what it means where it is less than it could be. */
export function Recognition({ recogniser, own, pad, problem }: RecognitionProps) {
  return (
    <Card className="grid gap-4">
      <CardHeader title="Face recognition" className="mb-0" />
      <dl className="grid gap-3">
        <Line label="Recogniser" good={recogniser !== null && recogniser !== BASIC_RECOGNISER}>
          {own?.name ?? (recogniser ? recogniserText(recogniser) : 'None')}
        </Line>
        {own && recogniser && <OwnRecogniser licence={own.licence} id={recogniser} />}
        <Line label="Detection of presentation attacks" good={pad}>
          {pad ? 'Working' : 'Missing'}
        </Line>
      </dl>
      {recogniser === null && (
        <Notice tone="negative" icon={<TriangleAlert />} title="Nobody can clock in by face">
          No recogniser could be loaded. Put it right on the server, then start Clockface again; “npm run
          models” makes the models that come with it. Until then teachers mark by hand.
          {problem && <span className="mt-2 block wrap-anywhere">{problem}</span>}
        </Notice>
      )}
      {own && (
        <Notice tone="caution" icon={<TriangleAlert />} title="Clockface has not measured this recogniser">
          It begins with cautious limits, so people may be refused more often at first. As people enrol, this
          installation measures itself and sets them by its own people.
        </Notice>
      )}
      {recogniser === BASIC_RECOGNISER && (
        <Notice tone="caution" icon={<TriangleAlert />} title="This is the basic recogniser">
          The publisher’s model could not be had when Clockface was set up. The basic one makes more mistakes,
          so it is asked to be surer: students are refused more often and then need another try or their
          teacher’s hand. Give the server a way to the internet or a MODEL_MIRROR, run “npm run models” and
          start again. Everybody whose photos are not kept then enrols again.
        </Notice>
      )}
      {!pad && recogniser !== null && (
        <Notice tone="caution" icon={<TriangleAlert />} title="Printed and filmed faces are not noticed">
          The model that tells a live face from a picture of one is missing, so somebody could clock in with
          another person’s photo. “npm run models” fetches it.
        </Notice>
      )}
    </Card>
  )
}

/** The terms under which its makers gave it, which only this installation can keep. */
function OwnRecogniser({ licence, id }: { licence: string; id: string }) {
  return (
    <>
      <div>
        <dt className="text-muted text-sm">Its licence</dt>
        <dd className="mt-0.5 wrap-anywhere">{licence}</dd>
      </div>
      <div>
        <dt className="text-muted text-sm">Kept with each template as</dt>
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
          className="whitespace-normal"
        >
          {children}
        </Badge>
      </dd>
    </div>
  )
}
