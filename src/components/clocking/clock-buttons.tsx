import { Hash, LogIn, LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ClockMeans } from './clock-dialog'
import { CodeInstead } from './code-instead'
import type { Direction, Presence } from './presence'
import { SampleInstead } from './sample-instead'

interface ClockButtonsProps {
  presence: Presence
  /** Whether the person's face can be used. */
  face: boolean
  onClock: (direction: Direction, by: ClockMeans) => void
}

/** The one thing to do now: by face where that is possible, else with the session's code. */
export function ClockButtons({ presence, face, onClock }: ClockButtonsProps) {
  const t = useTranslations('clocking')
  const direction: Direction = presence === 'here' ? 'out' : 'in'
  const calm = presence !== 'expected'
  const Icon = !face ? Hash : direction === 'in' ? LogIn : LogOut
  return (
    <div className="grid gap-2">
      <Button
        size="lg"
        variant={calm ? 'secondary' : 'primary'}
        className={direction === 'in' ? 'min-h-16! w-full text-xl!' : 'w-full'}
        onClick={() => onClock(direction, face ? 'face' : 'code')}
      >
        <Icon aria-hidden="true" />
        {face ? t(`byFace.${presence}`) : t(`byCode.${presence}`)}
      </Button>
      {face && <SampleInstead onClick={() => onClock(direction, 'sample')} />}
      {face && <CodeInstead className="w-full" onClick={() => onClock(direction, 'code')} />}
    </div>
  )
}
