import type { ApiOutput } from '@/components/providers/api-output'
import { Card, CardHeader } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'

type Week = ApiOutput['calibration']['report']['weeks'][number]

/** What did not work, week by week. */
export function Weeks({ weeks }: { weeks: Week[] }) {
  const tried = weeks.filter(({ pictures, checks }) => pictures > 0 || checks > 0)
  const idle = weeks.length - tried.length
  if (tried.length === 0)
    return (
      <Card>
        <CardHeader
          title="What did not work, by week"
          description={`Nobody has enrolled or clocked in by face in the last ${weeks.length} weeks.`}
        />
      </Card>
    )
  return (
    <Card padded={false}>
      <CardHeader
        className="px-4 pt-4 sm:px-6 sm:pt-6"
        title="What did not work, by week"
        description="Not recognised counts strangers, mistakes and pictures of pictures alike."
      />
      <Table
        label="What did not work, by week"
        head={
          <>
            <Th>Week from</Th>
            <Th>Photos not good enough to enrol</Th>
            <Th>Clock-ins without a usable picture</Th>
            <Th>Clock-ins not recognised</Th>
          </>
        }
      >
        {tried.map(({ from, pictures, notEnrolled, checks, unusable, refused }) => (
          <Tr key={from.toISOString()}>
            <Td>
              <Time at={from} timeZone="UTC" format="date" />
            </Td>
            <Td label="Photos not good enough">
              <Share of={pictures}>{notEnrolled}</Share>
            </Td>
            <Td label="No usable picture">
              <Share of={checks}>{unusable}</Share>
            </Td>
            <Td label="Not recognised">
              <Share of={checks}>{refused}</Share>
            </Td>
          </Tr>
        ))}
      </Table>
      {idle > 0 && (
        <p className="border-t px-4 py-3 text-muted text-sm sm:px-6">
          {idle === 1 ? 'In one week' : `In ${idle} weeks`} of the last {weeks.length} nobody enrolled or
          clocked in by face.
        </p>
      )}
    </Card>
  )
}

function Share({ children, of }: { children: number; of: number }) {
  if (of === 0) return <span className="text-muted">none tried</span>
  return (
    <span className="inline-flex items-center gap-3 tabular-nums">
      <span>
        {children} <span className="text-muted">of {of}</span>
      </span>
      <span aria-hidden="true" className="h-2 w-16 overflow-hidden rounded-full bg-sunken max-sm:hidden">
        <span className="block h-full bg-caution" style={{ width: `${(100 * children) / of}%` }} />
      </span>
    </span>
  )
}
