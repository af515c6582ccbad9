import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'

const pages = ['help', 'privacy', 'contact'] as const

/** Below every page for people who are not signed in: what they may want to know of whoever runs it. */
export function SiteFooter() {
  const t = useTranslations('layout')
  return (
    <footer className="mt-auto border-t">
      <div className="mx-auto flex w-full max-w-app flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-5 text-muted text-sm sm:px-6">
        <p>{t('about.licence', { version: process.env.CLOCKFACE_VERSION ?? '' })}</p>
        <nav aria-label={t('about.label')}>
          <ul className="-mx-2 flex flex-wrap">
            {pages.map((page) => (
              <li key={page}>
                <Link
                  href={`/${page}`}
                  className="inline-flex min-h-11 items-center rounded-sm px-2 font-semibold hover:text-ink"
                >
                  {t(`about.${page}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
