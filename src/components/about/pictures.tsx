import { useTranslations } from 'next-intl'

// Taken by test/e2e/pictures.test.ts, with PICTURES=1.
const pictures = [
  { name: 'board', width: 1280, height: 800, className: 'lg:col-span-3' },
  { name: 'record', width: 390, height: 844, className: 'lg:row-span-2' },
  { name: 'projector', width: 1280, height: 800, className: 'lg:col-span-3' },
] as const

/** What it looks like, on real screens with invented people. */
export function Pictures() {
  const t = useTranslations('about')
  return (
    <section className="border-t bg-sunken">
      <div className="mx-auto w-full max-w-app px-4 py-14 sm:px-6 sm:py-18">
        <h2 className="font-bold text-2xl tracking-tight">{t('pictures.title')}</h2>
        <p className="mt-2 max-w-text text-muted">{t('pictures.hint')}</p>
        <ul className="mt-8 grid grid-cols-1 items-start gap-8 lg:grid-cols-4">
          {pictures.map(({ name, width, height, className }) => (
            <li key={name} className={`min-w-0 ${className}`}>
              <figure className="grid grid-cols-1 gap-3">
                {(['light', 'dark'] as const).map((theme) => (
                  // biome-ignore lint/performance/noImgElement: small and ready made, nothing to resize at run time
                  <img
                    key={theme}
                    src={`/pictures/${name}-${theme}.webp`}
                    alt={t(`pictures.alt.${name}`)}
                    width={width}
                    height={height}
                    loading="lazy"
                    className={`mx-auto h-auto max-w-full rounded-lg border shadow-md ${theme === 'dark' ? 'hidden dark:block' : 'dark:hidden'}`}
                  />
                ))}
                <figcaption className="text-muted text-sm">{t(`pictures.caption.${name}`)}</figcaption>
              </figure>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
