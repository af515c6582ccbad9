import { CalendarClock, GraduationCap } from 'lucide-react'
import type { ApiOutput } from '@/components/providers/api-output'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

const NAMED = 3

/** Calm, because most of the day it is so. */
export function NothingOpen({ classes }: { classes: ApiOutput['places']['joined'] }) {
  if (classes.length === 0) {
    return (
      <Card padded={false}>
        <EmptyState
          icon={<GraduationCap />}
          title="You are in no class yet"
          action={<LinkButton href="/study/classes">Join a class</LinkButton>}
        >
          Your teacher shows a code of 6 characters, or a QR code to scan.
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card padded={false}>
      <EmptyState icon={<CalendarClock />} title="Nothing is open right now">
        As soon as your teacher opens a session of {namesOf(classes.map(({ name }) => name))}, it appears here
        by itself.
      </EmptyState>
    </Card>
  )
}

function namesOf(names: string[]): string {
  const shown = names.slice(0, NAMED)
  const more = names.length - shown.length
  const all = more > 0 ? [...shown, more === 1 ? 'one more class' : `${more} more classes`] : shown
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(all)
}
