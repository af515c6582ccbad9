import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'

const details = [
  'clockIn',
  'classPhotos',
  'kiosk',
  'work',
  'others',
  'taken',
  'noted',
  'snapshot',
  'where',
  'stays',
] as const

/** The second layer of the notice, for those who want to know more. */
export function NoticeDetails() {
  const t = useTranslations('enrolment')
  return (
    <div className="divide-y rounded-md border">
      {details.map((detail) => (
        <details key={detail} className="group">
          <summary className="flex min-h-12 list-none items-center justify-between gap-3 px-4 py-2.5 font-semibold focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
            {t(`details.${detail}.question`)}
            <ChevronDown
              aria-hidden="true"
              className="size-5 shrink-0 text-muted transition-transform group-open:rotate-180"
            />
          </summary>
          <p className="max-w-text px-4 pb-4 text-muted">{t(`details.${detail}.answer`)}</p>
        </details>
      ))}
    </div>
  )
}
