import { LogOut, UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Time } from '@/components/ui/time'
import type { Movement } from '@/domain/session-members'

interface MovementNoteProps {
  /** What a session shows of somebody's joining and leaving. */
  of: Movement
  timeZone: string
}

/** "joined at 10:12", "left the class at 10:40"; nothing for who was in the class all the time. */
export function MovementNote({ of: { joinedAt, leftAt }, timeZone }: MovementNoteProps) {
  const t = useTranslations('attendance')
  const at = (when: Date) => () => <Time at={when} timeZone={timeZone} />
  return (
    <>
      {joinedAt && <Note icon={<UserPlus />}>{t.rich('movement.joined', { at: at(joinedAt) })}</Note>}
      {leftAt && <Note icon={<LogOut />}>{t.rich('movement.left', { at: at(leftAt) })}</Note>}
    </>
  )
}

/** On a narrow tile the words take two lines of like length, the icon beside the first. */
function Note({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex min-w-0 items-start gap-1 text-muted text-sm">
      <span aria-hidden="true" className="mt-0.5 shrink-0 [&_svg]:size-4">
        {icon}
      </span>
      <span className="min-w-0 text-balance">{children}</span>
    </span>
  )
}
