import { Presentation, Users } from 'lucide-react'
import { JoinCode } from '@/components/places/join-code'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** A board without students: how they get onto it. */
export function BoardEmpty({ schoolClass }: { schoolClass: { id: string; joinCode: string } }) {
  return (
    <Card>
      <EmptyState
        icon={<Users />}
        title="Nobody has joined the class yet"
        action={
          <LinkButton href={`/teach/classes/${schoolClass.id}/code`} variant="secondary">
            <Presentation aria-hidden="true" />
            Show the code on the projector
          </LinkButton>
        }
      >
        <p>Students join with this code and appear here at once.</p>
        <JoinCode code={schoolClass.joinCode} className="mt-3 text-3xl text-ink" />
      </EmptyState>
    </Card>
  )
}
