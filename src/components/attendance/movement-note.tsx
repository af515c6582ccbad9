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
  const tags = (at: Date) => ({
    at: () => <Time at={at} timeZone={timeZone} />,
    when: (words: ReactNode) => <span className="whitespace-nowrap">{words}</span>,
  })
  return (
    <>
      {joinedAt && <Note icon={<UserPlus />}>{t.rich('movement.joined', tags(joinedAt))}</Note>}
      {leftAt && <Note icon={<LogOut />}>{t.rich('movement.left', tags(leftAt))}</Note>}
    </>
  )
}

/** On a narrow tile the words take two lines, the time with its "at" on one of them. */
function Note({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex min-w-0 items-start gap-1 text-muted text-sm">
      <span aria-hidden="true" className="mt-0.5 shrink-0 [&_svg]:size-4">
        {icon}
      </span>
      <span className="min-w-0">{children}</span>
    </span>
  )
}
