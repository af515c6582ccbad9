import { useTranslations } from 'next-intl'

/** The first thing the Tab key finds: past the navigation, to what the page is about. */
export function SkipLink() {
  const t = useTranslations('layout')
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-md bg-accent px-4 py-2.5 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:start-2 focus:px-4 focus:py-2.5"
    >
      {t('skip')}
    </a>
  )
}
