import { useFormatter, useTranslations } from 'next-intl'
import { Avatar } from '@/components/ui/avatar'
import { Card } from '@/components/ui/card'
import { StatusBadge } from '@/components/ui/status-badge'
import { StatusDial } from '@/components/ui/status-dial'
import type { Status } from '@/components/ui/statuses'

const students: readonly { name: string; status: Status; when: string }[] = [
  { name: 'Amara Okafor', status: 'present', when: '08:57' },
  { name: 'Jonas Lindqvist', status: 'present', when: '08:59' },
  { name: 'Mei Tanaka', status: 'late', when: '09:14' },
  { name: 'Rafael Ortega', status: 'waiting', when: '' },
]

/** A picture of what a teacher sees, drawn with the real parts and invented people. */
export function ExampleBoard() {
  const t = useTranslations('welcome')
  const format = useFormatter()
  const at = (when: string) =>
    format.dateTime(new Date(`2026-01-12T${when}Z`), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
  return (
    <figure className="relative w-full">
      <Card className="grid gap-5 p-5! shadow-md! sm:p-6!">
        <div className="flex items-baseline justify-between gap-3">
          <p className="font-bold text-lg">{t('example.className')}</p>
          <p className="text-muted text-sm">{t('example.open', { time: at('09:00') })}</p>
        </div>
        <div className="grid place-items-center">
          <StatusDial
            counts={{ present: 17, late: 2, left: 0, excused: 1, absent: 0, waiting: 4 }}
            size={232}
          />
        </div>
        <ul className="divide-y border-t">
          {students.map(({ name, status, when }) => (
            <li key={name} className="flex items-center gap-3 py-2.5">
              <Avatar name={name} size="sm" />
              <span translate="no" className="min-w-0 flex-1 truncate font-semibold text-sm">
                {name}
              </span>
              {when && <time className="text-muted text-sm tabular-nums">{at(when)}</time>}
              <StatusBadge status={status} />
            </li>
          ))}
        </ul>
      </Card>
      <figcaption className="mx-auto mt-4 w-fit rounded-full bg-page px-3 text-muted text-sm">
        {t('example.caption')}
      </figcaption>
    </figure>
  )
}
