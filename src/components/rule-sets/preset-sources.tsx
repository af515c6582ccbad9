'use client'

import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Card, CardHeader } from '@/components/ui/card'
import { usePresetName } from '@/components/workplaces/rules-words'
import { type PresetId, presets } from '@/domain/pay/presets'

/** Where the rules of a preset stand, and what its law asks for and is not computed. */
export function PresetSources({ preset }: { preset: PresetId }) {
  const t = useTranslations('rule-sets')
  const presetName = usePresetName()
  const { sources, notComputed } = presets[preset]
  return (
    <Card>
      <CardHeader title={t('sources.title')} description={presetName(preset)} />
      {sources.length === 0 && <p className="text-muted">{t('sources.none')}</p>}
      <dl className="grid gap-2">
        {sources.map(({ topic, citation, url }) => (
          <div key={topic} className="flex flex-wrap gap-x-3">
            <dt className="min-w-32 text-muted text-sm">{t(`source.${topic}`)}</dt>
            <dd>
              <a
                href={url}
                target="_blank"
                rel="noreferrer"
                className="inline-flex items-center gap-1.5 font-semibold text-accent-ink underline underline-offset-3"
              >
                <span translate="no">{citation}</span>
                <ExternalLink aria-hidden="true" className="size-4 shrink-0" />
              </a>
            </dd>
          </div>
        ))}
      </dl>
      {notComputed.length > 0 && (
        <>
          <h3 className="mt-5 font-semibold">{t('sources.left')}</h3>
          <p className="text-muted text-sm">{t('sources.leftHint')}</p>
          <ul className="mt-2 list-disc ps-5">
            {notComputed.map((one) => (
              <li key={one}>{t(`notComputed.${one}`)}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
