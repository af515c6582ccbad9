import { CircleCheck, Clock3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import { softTone } from '@/components/ui/tones'
import type { RowGreeting } from './use-greetings'

/** Everybody who was greeted a moment ago, the last one first, large enough to be read in passing. */
export function GreetingRow({ row }: { row: readonly RowGreeting[] }) {
  const t = useTranslations('kiosks')
  return (
    <div role="log" aria-label={t('door.greeted')}>
      <ol className={classNames('grid content-start gap-2.5', row.length > 1 && 'sm:grid-cols-2')}>
        {row.map(({ key, firstName, title, text, tone, late }) => (
          <li
            key={key}
            className={classNames(
              'flex animate-rise items-center gap-3.5 rounded-lg px-4 py-3',
              softTone[tone],
            )}
          >
            {late ? (
              <Clock3 aria-hidden="true" className="size-9 shrink-0" />
            ) : (
              <CircleCheck aria-hidden="true" className="size-9 shrink-0" />
            )}
            <div className="min-w-0">
              <p className="line-clamp-2 wrap-anywhere font-bold text-2xl leading-tight lg:text-3xl">
                {/* Beside others there is room for the name alone. */}
                {row.length > 1 ? firstName : title}
              </p>
              <p className="text-base">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
