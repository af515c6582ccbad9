'use client'
import { Play } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** On a picture that does not come: browsers let more happen by a tap than by itself. */
export function TapToStart({ onStart }: { onStart: () => void }) {
  const t = useTranslations('camera')
  return (
    <button
      type="button"
      onClick={onStart}
      className="absolute inset-0 grid place-content-center justify-items-center gap-3 bg-black/60 px-4 text-center font-semibold text-2xl focus-visible:outline-4 focus-visible:-outline-offset-4 focus-visible:outline-white"
    >
      <span aria-hidden="true" className="grid size-16 place-items-center rounded-full bg-white/20">
        <Play className="size-8" />
      </span>
      {t('silent.tap')}
    </button>
  )
}

/** What may be the matter with it, and what else there is. */
export function SilentHint({ several }: { several: boolean }) {
  const t = useTranslations('camera')
  return (
    <p role="status" className="max-w-form text-balance text-center text-muted text-sm">
      {several ? t('silent.textSeveral') : t('silent.text')}
    </p>
  )
}
