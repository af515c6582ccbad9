import { recogniserText } from '@/components/attendance/record-words'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import { Stat } from '@/components/ui/stat'
import { Time } from '@/components/ui/time'
import type { Measure } from './measure'

const figure = (value: number) => value.toLocaleString('en-GB')

/** Whom and what the figures are made of. */
export function RestsOn({ measure }: { measure: Measure }) {
  const { people, photos, strangerPairs, comparedPhotos, model, measured, version, at } = measure
  return (
    <Card>
      <CardHeader title="What this rests on" />
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5">
        <Stat
          label="People"
          value={figure(people)}
          hint={photos === 1 ? 'with 1 photo' : `with ${figure(photos)} photos`}
        />
        <Stat label="Pairs of people" value={figure(strangerPairs)} hint="each with each" />
        <Stat label="Photos compared" value={figure(comparedPhotos)} hint="with the same person’s others" />
        <Stat
          label="Version"
          value={version}
          hint={
            <>
              of <Time at={at} format="dateTime" />
            </>
          }
        />
      </dl>
      <p className="wrap-anywhere mt-5 flex flex-wrap items-center gap-2 border-t pt-4 text-muted text-sm">
        Recogniser: {recogniserText(model)}
        {!measured && <Badge tone="caution">Not measured yet</Badge>}
      </p>
      <p className="mt-2 text-muted text-sm">
        It is measured anew when people enrol, and every night. Each face check keeps which version decided.
      </p>
    </Card>
  )
}
