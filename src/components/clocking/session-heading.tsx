import { useTranslations } from 'next-intl'
import type { TodaySession } from './use-today'

/** Whose session this is: the class, then what it is called and who teaches it. */
export function SessionHeading({ session: { schoolClass, title } }: { session: TodaySession }) {
  const t = useTranslations('clocking')
  const { name, teacher } = schoolClass
  return (
    <div className="min-w-0">
      <h2 className="wrap-anywhere font-bold text-xl">{name}</h2>
      <p className="wrap-anywhere text-muted">{title ? t('titleAndTeacher', { title, teacher }) : teacher}</p>
    </div>
  )
}
