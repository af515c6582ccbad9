import { LogOut, UserPlus } from 'lucide-react'
import { Time } from '@/components/ui/time'
import type { Movement } from '@/domain/session-members'

interface MovementNoteProps {
  /** What a session shows of somebody's joining and leaving. */
  of: Movement
  timeZone: string
}

/** "joined at 10:12", "left the class at 10:40"; nothing for who was in the class all the time. */
export function MovementNote({ of: { joinedAt, leftAt }, timeZone }: MovementNoteProps) {
  return (
    <>
      {joinedAt && (
        <span className="inline-flex items-center gap-1 text-muted text-sm">
          <UserPlus aria-hidden="true" className="size-4 shrink-0" />
          <span>
            joined at <Time at={joinedAt} timeZone={timeZone} />
          </span>
        </span>
      )}
      {leftAt && (
        <span className="inline-flex items-center gap-1 text-muted text-sm">
          <LogOut aria-hidden="true" className="size-4 shrink-0" />
          <span>
            left the class at <Time at={leftAt} timeZone={timeZone} />
          </span>
        </span>
      )}
    </>
  )
}
