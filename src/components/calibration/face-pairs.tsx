import { useFormatter, useTranslations } from 'next-intl'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import type { Measure } from './measure'

type Pair = Pick<Measure['strangers'][number], 'key' | 'faces'>

/** The people about whom the engine is least sure, for those who may review them. */
export function FacePairs({ measure, all }: { measure: Measure; all: boolean }) {
  const t = useTranslations('calibration')
  const format = useFormatter()
  const { strangers, genuine } = measure
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card>
        <CardHeader title={t('pairs.strangers')} description={t('pairs.strangersHint')} />
        {strangers.length === 0 && (
          <p className="text-muted">{all ? t('pairs.noStrangersHere') : t('pairs.noStrangersYours')}</p>
        )}
        <ul className="grid gap-4 sm:grid-cols-2">
          {strangers.map(({ lookAlikes, ...pair }) => (
            <li key={pair.key}>
              <Faces faces={pair.faces} />
              <p translate="no" className="wrap-anywhere mt-1.5 text-sm">
                {format.list(pair.faces.map(({ name }) => name))}
              </p>
              {lookAlikes && <Badge tone="caution">{t('pairs.lookAlikes')}</Badge>}
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <CardHeader title={t('pairs.genuine')} description={t('pairs.genuineHint')} />
        {genuine.length === 0 && (
          <p className="text-muted">{all ? t('pairs.noGenuineHere') : t('pairs.noGenuineYours')}</p>
        )}
        <ul className="grid gap-4 sm:grid-cols-2">
          {genuine.map(({ refused, ...pair }) => (
            <li key={pair.key}>
              <Faces faces={pair.faces} />
              <p translate="no" className="wrap-anywhere mt-1.5 text-sm">
                {pair.faces[0].name}
              </p>
              {refused && <Badge tone="caution">{t('pairs.refused')}</Badge>}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

function Faces({ faces: [left, right] }: Pick<Pair, 'faces'>) {
  return (
    <div className="flex gap-1.5">
      <Face {...left} />
      <Face {...right} />
    </div>
  )
}

function Face({ name, photoId }: Pair['faces'][number]) {
  return (
    <div className="grid size-24 place-items-center overflow-hidden rounded-md bg-sunken">
      {photoId ? (
        // biome-ignore lint/performance/noImgElement: the picture is for this reader alone and must not be kept
        <img
          src={`/api/calibration-faces/${photoId}`}
          alt={name}
          loading="lazy"
          className="size-24 object-cover"
        />
      ) : (
        <Avatar name={name} size="lg" />
      )}
    </div>
  )
}
