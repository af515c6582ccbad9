'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { Outcome } from '@/components/ui/outcome'
import { MAX_PHOTOS, MIN_PHOTOS, PROPOSED_PHOTOS } from '@/domain/enrolment'
import { useAdviceWords } from './advice-words'
import { PhotoPlaces } from './photo-places'
import type { Advice, EnrolmentStatus } from './use-enrolment'

interface PhotoKeptProps {
  status: Pick<EnrolmentStatus, 'photos' | 'photosKept'>
  advice: Advice
  replaced: boolean
  onNext: () => void
  onDone: () => void
}

interface Ways extends Pick<PhotoKeptProps, 'replaced' | 'onNext' | 'onDone'> {
  count: number
  /** Whether another would help. */
  more: boolean
}

/** Long enough to read it and to move. */
const PAUSE = 2600

/** What makes the next photo worth having, where there are too few to say how well they will do. */
const hints: Record<number, 'kept.turn' | 'kept.enough'> = { 1: 'kept.turn', 2: 'kept.enough' }

/** A photo is kept. Until there are enough the camera goes on by itself; then it asks, and says how well they will do. */
export function PhotoKept({ status, advice, replaced, onNext, onDone }: PhotoKeptProps) {
  const t = useTranslations('enrolment')
  const count = status.photos.length
  const goesOn = !replaced && count < MIN_PHOTOS
  useEffect(() => {
    if (!goesOn) return
    const timer = setTimeout(onNext, PAUSE)
    return () => clearTimeout(timer)
  }, [goesOn, onNext])

  return (
    <Outcome
      tone="positive"
      icon={<Check />}
      title={title()}
      actions={
        goesOn ? (
          <Button size="lg" variant="secondary" onClick={onNext}>
            {t('kept.goOn')}
          </Button>
        ) : (
          <Ways
            count={count}
            more={!replaced && advice?.advice === 'one_more'}
            {...{ replaced, onNext, onDone }}
          />
        )
      }
    >
      <Judgement status={status} advice={advice} />
      <PhotoPlaces status={status} />
    </Outcome>
  )

  function title() {
    if (replaced) return t('kept.replaced')
    if (count < PROPOSED_PHOTOS) return t('kept.ofProposed', { count, proposed: PROPOSED_PHOTOS })
    return t('kept.count', { count })
  }
}

/** Another photo first where it would help, or where a third is proposed; the end always beside it. */
function Ways({ count, replaced, more, onNext, onDone }: Ways) {
  const t = useTranslations('enrolment')
  const third = !replaced && count < PROPOSED_PHOTOS
  const room = !replaced && count < MAX_PHOTOS
  const first = third || (room && more)
  const another = room && (
    <Button size="lg" variant={first ? 'primary' : 'secondary'} onClick={onNext}>
      {third ? t('kept.third') : t('kept.another')}
    </Button>
  )
  const end = (
    <Button size="lg" variant={first ? 'secondary' : 'primary'} onClick={onDone}>
      {third ? t('add.finish') : t('kept.done')}
    </Button>
  )
  return first ? (
    <>
      {another}
      {end}
    </>
  ) : (
    <>
      {end}
      {another}
    </>
  )
}

function Judgement({ status: { photos }, advice }: Pick<PhotoKeptProps, 'status' | 'advice'>) {
  const t = useTranslations('enrolment')
  const adviceWords = useAdviceWords()
  const hint = t(hints[photos.length] ?? 'kept.later')
  if (!advice) return <p>{hint}</p>
  const { title, text } = adviceWords(advice, photos)
  return (
    <>
      <p className="font-semibold text-ink">{title}</p>
      <p>{photos.length === MIN_PHOTOS ? hint : text}</p>
    </>
  )
}
