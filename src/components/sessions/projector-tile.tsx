import { classNames } from '@/components/ui/class-names'
import { useStatusWords } from '@/components/ui/status-words'
import { type Status, statusLook } from '@/components/ui/statuses'
import { Time } from '@/components/ui/time'
import { inkTone, softTone, strongTone } from '@/components/ui/tones'

interface ProjectorTileProps {
  name: string
  status: Status
  at: Date | null
  timeZone: string
  fresh: boolean
}

/** One student on the wall: sizes follow the type of the grid around it. */
export function ProjectorTile({ name, status, at, timeZone, fresh }: ProjectorTileProps) {
  const word = useStatusWords()
  const { tone, icon: Icon } = statusLook[status]
  const waiting = status === 'waiting'
  return (
    <li
      className={classNames(
        'flex items-center gap-[0.5em] rounded-lg border-2 px-[0.6em] py-[0.4em] leading-tight transition-[box-shadow] duration-700',
        waiting ? 'border-dashed' : `border-transparent ${softTone[tone]}`,
        fresh && 'ring-4 ring-accent',
      )}
    >
      <Icon aria-hidden="true" className={`size-[1.5em] shrink-0 ${strongTone[tone]}`} />
      <div className="min-w-0">
        <p
          className={classNames('line-clamp-3 wrap-anywhere font-bold', waiting ? 'text-muted' : 'text-ink')}
        >
          {name}
        </p>
        <p className={`font-semibold text-[0.7em] ${inkTone[tone]}`}>
          {word(status)}
          {at && (
            <>
              {' · '}
              <Time at={at} timeZone={timeZone} />
            </>
          )}
        </p>
      </div>
    </li>
  )
}
