import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { dialCounts } from '@/components/attendance/standing-look'
import type { ApiOutput } from '@/components/providers/api-output'
import { Link } from '@/components/ui/link'
import { StatusDial } from '@/components/ui/status-dial'
import { statusLook, statusOrder } from '@/components/ui/statuses'
import { inkTone } from '@/components/ui/tones'
import { SessionWhen } from './session-when'
import { StateBadge } from './state-badge'

interface SessionRowProps {
  session: ApiOutput['sessions']['ofClass']['items'][number]
  timeZone: string
}

export function SessionRow({ session, timeZone }: SessionRowProps) {
  const t = useTranslations('attendance')
  const open = session.state === 'OPEN'
  const counts = dialCounts(session.counts)
  return (
    <li className="relative flex items-center gap-4 px-4 py-3 hover:bg-sunken/60 sm:px-6">
      <StatusDial counts={counts} size={48} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {/* The whole line is the link's, so that a finger cannot miss it. */}
          <Link
            prefetch={false}
            href={`/teach/sessions/${session.id}`}
            className="wrap-anywhere rounded-sm after:absolute after:inset-0"
          >
            {session.title ?? <SessionWhen session={session} timeZone={timeZone} />}
          </Link>
          {(open || session.notTaken) && <StateBadge state={session.state} notTaken={session.notTaken} />}
        </p>
        {session.title && (
          <p className="text-muted text-sm">
            <SessionWhen session={session} timeZone={timeZone} />
          </p>
        )}
        <ul className="mt-0.5 flex flex-wrap gap-x-4 text-sm">
          {statusOrder
            .filter((status) => counts[status] > 0)
            .map((status) => {
              const { word, tone, icon: Icon } = statusLook[status]
              return (
                <li key={status} className="inline-flex items-center gap-1.5 text-muted">
                  <Icon aria-hidden="true" className={`size-4 ${inkTone[tone]}`} />
                  <span>
                    {t.rich(`counted.${word}`, {
                      count: counts[status],
                      b: (figure) => <span className="font-semibold text-ink tabular-nums">{figure}</span>,
                    })}
                  </span>
                </li>
              )
            })}
        </ul>
      </div>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted rtl:-scale-x-100" />
    </li>
  )
}
