import { useTranslations } from 'next-intl'

/** The code of this moment, for whoever clocks on a device of their own. */
export function WorkCode({ code }: { code: string }) {
  const t = useTranslations('kiosks')
  return (
    <p className="flex flex-wrap items-baseline justify-center gap-x-3 text-lg text-muted">
      {t.rich('work.code', {
        code: () => (
          <strong className="font-bold text-3xl text-ink tabular-nums tracking-widest">{code}</strong>
        ),
      })}
    </p>
  )
}
