import { DoorOpen, UserCheck, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { Card, CardHeader } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import {
  adviceText,
  basisText,
  fewPeopleText,
  membersText,
  ownStrangersText,
  rightPeopleText,
  spreadText,
  strangersText,
} from '@/domain/face/calibration-words'
import type { Measure } from './measure'

/** The thresholds in force as sentences. */
export function InWords({ measure }: { measure: Measure }) {
  const { basis, measured, people, wanted, clockIn, rollCall, strangerPairs, comparedPeople, withCode } =
    measure
  const spread = spreadText(measure.spread, people)
  return (
    <Card>
      <CardHeader title="In words" />
      <div className="grid gap-6">
        <Part icon={<UserCheck />} title="Clocking in by face">
          <p className="font-semibold text-lg">{membersText(wanted.clockIn.member)}</p>
          <p className="font-semibold text-lg">{strangersText(wanted.clockIn.outsider)}</p>
          {basis !== 'prior' && <p>{basisText(basis, people, measured)}</p>}
          <Advice text={fewPeopleText(basis, withCode)} />
          <p className="text-muted">{ownStrangersText(clockIn.strangers, strangerPairs)}</p>
          {spread && <p className="text-muted">{spread}</p>}
          <p className="mt-1 font-semibold text-lg">{rightPeopleText(clockIn.rightPeople, comparedPeople)}</p>
          <Advice text={adviceText(clockIn.rightPeople, comparedPeople)} />
          <p className="text-muted">
            Counted with one photo against the person’s others. At the door up to three pictures count
            together, so it is a little less.
          </p>
        </Part>
        <Part icon={<Users />} title="Names in a group photo, before anybody looks">
          <p>{membersText(wanted.rollCall.member, 'name')}</p>
          <p>{strangersText(wanted.rollCall.outsider, 'name')}</p>
          <p className="text-muted">
            {rightPeopleText(rollCall.rightPeople, comparedPeople)
              .replace('tries by', 'faces of')
              .replace('asked to try again', 'left for you to look at')}
          </p>
        </Part>
        <Part icon={<DoorOpen />} title="A kiosk at the door that knows people by itself">
          <p>
            {measure.largestGallery > 0
              ? `Works for classes of up to ${measure.largestGallery} people. In larger ones it asks for the person’s number first.`
              : `It asks for the person’s number first: too few people are enrolled to know that it would be right often enough. About ${measure.fewestToName} are needed.`}
          </p>
        </Part>
      </div>
    </Card>
  )
}

function Advice({ text }: { text: string | null }) {
  if (!text) return null
  return (
    <Notice tone="caution" className="my-1">
      {text}
    </Notice>
  )
}

function Part({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <section className="flex gap-3">
      <span aria-hidden="true" className="mt-0.5 text-accent-ink [&_svg]:size-5">
        {icon}
      </span>
      <div className="grid min-w-0 gap-1">
        <h3 className="text-muted text-sm">{title}</h3>
        {children}
      </div>
    </section>
  )
}
