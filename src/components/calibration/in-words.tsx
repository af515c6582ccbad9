import { DoorOpen, UserCheck, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card, CardHeader } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import {
  basisOf,
  fewPeople,
  ofTries,
  ownPairs,
  refusedOften,
  rightPeople,
  spreadOf,
} from '@/domain/face/calibration-words'
import type { Measure } from './measure'

/** The thresholds in force as sentences. */
export function InWords({ measure }: { measure: Measure }) {
  const t = useTranslations('calibration')
  const { largestGallery, fewestToName } = measure
  return (
    <Card>
      <CardHeader title={t('words.title')} />
      <div className="grid gap-6">
        <Part icon={<UserCheck />} title={t('words.clockIn')}>
          <ClockIn measure={measure} />
        </Part>
        <Part icon={<Users />} title={t('words.rollCall')}>
          <RollCall measure={measure} />
        </Part>
        <Part icon={<DoorOpen />} title={t('words.kiosk')}>
          <p>
            {largestGallery > 0
              ? t('words.kioskUpTo', { people: largestGallery })
              : t('words.kioskTooFew', { people: fewestToName })}
          </p>
        </Part>
      </div>
    </Card>
  )
}

function ClockIn({ measure }: { measure: Measure }) {
  const t = useTranslations('calibration')
  const { basis, measured, people, wanted, clockIn, strangerPairs, comparedPeople, withCode } = measure
  const spread = spreadOf(measure.spread, people)
  const few = fewPeople(basis, withCode)
  const pairs = ownPairs(clockIn.strangers, strangerPairs)
  const right = rightPeople(clockIn.rightPeople, comparedPeople)
  return (
    <>
      <p className="font-semibold text-lg">{t('members.in', ofTries(wanted.clockIn.member))}</p>
      <p className="font-semibold text-lg">{t('strangers.in', ofTries(wanted.clockIn.outsider))}</p>
      {basis !== 'prior' && <p>{t(`basis.${basisOf(basis, measured)}`, { people })}</p>}
      <Advice text={few && t(`fewPeople.${few}`)} />
      <p className="text-muted">{pairs ? t('ownPairs.compared', { ...pairs }) : t('ownPairs.none')}</p>
      {spread && <p className="text-muted">{t('spread', spread)}</p>}
      <p className="mt-1 font-semibold text-lg">
        {right ? t('rightPeople.clockIn', right) : t('rightPeople.tooFew')}
      </p>
      <Advice text={refusedOften(clockIn.rightPeople, comparedPeople) && t('rightPeople.often')} />
      <p className="text-muted">{t('words.photosCounted')}</p>
    </>
  )
}

function RollCall({ measure: { wanted, rollCall, comparedPeople } }: { measure: Measure }) {
  const t = useTranslations('calibration')
  const right = rightPeople(rollCall.rightPeople, comparedPeople)
  return (
    <>
      <p>{t('members.name', ofTries(wanted.rollCall.member))}</p>
      <p>{t('strangers.name', ofTries(wanted.rollCall.outsider))}</p>
      <p className="text-muted">{right ? t('rightPeople.rollCall', right) : t('rightPeople.tooFew')}</p>
    </>
  )
}

function Advice({ text }: { text: string | false | null }) {
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
