import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import type { Measure } from './measure'

type Pair = Pick<Measure['strangers'][number], 'key' | 'faces'>

const SHOWN = 6

/** The people about whom the engine is least sure, for those who may review them. */
export function FacePairs({ measure, all }: { measure: Measure; all: boolean }) {
  const { strangers, genuine } = measure
  const whose = all ? 'on this site' : 'among your students'
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card>
        <CardHeader
          title="Different people who look most alike"
          description="Between look-alikes a face alone never decides: they are asked for the session’s code too."
        />
        {strangers.length === 0 && <p className="text-muted">No two people {whose} to show yet.</p>}
        <ul className="grid gap-4 sm:grid-cols-2">
          {strangers.slice(0, SHOWN).map(({ lookAlikes, ...pair }) => (
            <li key={pair.key}>
              <Faces faces={pair.faces} />
              <p className="wrap-anywhere mt-1.5 text-sm">
                {pair.faces.map(({ name }) => name).join(' and ')}
              </p>
              {lookAlikes && <Badge tone="caution">Look-alikes</Badge>}
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <CardHeader
          title="Photos that fit their person worst"
          description="Left the photo, right another of the same person. A clearer photo in its place helps."
        />
        {genuine.length === 0 && <p className="text-muted">Nobody {whose} with two photos yet.</p>}
        <ul className="grid gap-4 sm:grid-cols-2">
          {genuine.slice(0, SHOWN).map(({ refused, ...pair }) => (
            <li key={pair.key}>
              <Faces faces={pair.faces} />
              <p className="wrap-anywhere mt-1.5 text-sm">{pair.faces[0].name}</p>
              {refused && <Badge tone="caution">Would be asked again</Badge>}
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
