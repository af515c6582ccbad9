import { useFormatter, useTranslations } from 'next-intl'
import { useRecogniserText } from '@/components/face-checks/face-check-words'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import { Stat } from '@/components/ui/stat'
import { Time } from '@/components/ui/time'
import type { Measure } from './measure'

/** Whom and what the figures are made of. */
export function RestsOn({ measure }: { measure: Measure }) {
  const t = useTranslations('calibration')
  const format = useFormatter()
  const recogniserText = useRecogniserText()
  const { people, photos, strangerPairs, comparedPhotos, model, measured, version, at } = measure
  return (
    <Card>
      <CardHeader title={t('restsOn.title')} />
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5">
        <Stat
          label={t('restsOn.people')}
          value={format.number(people)}
          hint={t('restsOn.peopleHint', { photos })}
        />
        <Stat label={t('restsOn.pairs')} value={format.number(strangerPairs)} hint={t('restsOn.pairsHint')} />
        <Stat
          label={t('restsOn.photos')}
          value={format.number(comparedPhotos)}
          hint={t('restsOn.photosHint')}
        />
        <Stat
          label={t('restsOn.version')}
          value={version}
          hint={t.rich('restsOn.versionHint', {
            at: () => <Time at={at} format="dateTime" className="whitespace-normal!" />,
          })}
        />
      </dl>
      <p className="wrap-anywhere mt-5 flex flex-wrap items-center gap-2 border-t pt-4 text-muted text-sm">
        <span>{t('restsOn.recogniser', { name: recogniserText(model) })}</span>
        {!measured && <Badge tone="caution">{t('restsOn.notMeasured')}</Badge>}
      </p>
      <p className="mt-2 text-muted text-sm">{t('restsOn.when')}</p>
    </Card>
  )
}
