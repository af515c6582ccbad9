import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Card, CardHeader } from '@/components/ui/card'
import { useOffHereWords } from './off-here-words'

type Places = ApiOutput['enrolment']['status']['faceOffAt']

/** At which places one's face is not used, since when, and who decided so. */
export function OffAtPlaces({ places }: { places: Places }) {
  const t = useTranslations('face-opt-out')
  const offHereWords = useOffHereWords()
  if (places.length === 0) return null
  return (
    <Card className="max-w-3xl">
      <CardHeader title={t('places.title')} description={t('places.hint')} />
      <ul className="grid gap-3">
        {places.map(({ placeId, place, ...off }) => (
          <li key={placeId}>
            <p translate="no" className="wrap-anywhere font-semibold">
              {place}
            </p>
            <p className="text-muted text-sm">{offHereWords(off)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
