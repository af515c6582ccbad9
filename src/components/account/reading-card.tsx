'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { timeZones } from '@/components/places/time-zones'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { ReadingInput } from '@/domain/account-schema'
import { isLanguage, languageNames, languages } from '@/domain/locale'

const never = () => () => {}

interface ReadingCardProps {
  /** Null follows the browser. */
  locale: string | null
  timeZone: string | null
}

/** In which language, and by which clock, somebody reads. What is chosen holds at once, on every device. */
export function ReadingCard({ locale, timeZone }: ReadingCardProps) {
  const t = useTranslations('reading')
  const trpc = useTRPC()
  const router = useRouter()
  const [chosen, setChosen] = useState<ReadingInput>({ locale: isLanguage(locale) ? locale : null, timeZone })
  // What is chosen before the page is alive would be lost; and server and browser know different lists of zones.
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const zones = useMemo(() => (here ? timeZones(chosen.timeZone ?? 'UTC') : []), [here, chosen.timeZone])
  const save = useMutation(
    trpc.account.setReading.mutationOptions({
      onSuccess: () => router.refresh(),
      onError: () => setChosen({ locale: isLanguage(locale) ? locale : null, timeZone }),
    }),
  )

  function choose(change: Partial<ReadingInput>) {
    const next = { ...chosen, ...change }
    setChosen(next)
    save.mutate(next)
  }

  return (
    <Card>
      <CardHeader title={t('title')} description={t('description')} />
      <div className="grid max-w-form gap-5">
        <Field label={t('language.label')}>
          <Select
            disabled={!here}
            value={chosen.locale ?? ''}
            onChange={({ target: { value } }) => choose({ locale: isLanguage(value) ? value : null })}
          >
            <option value="">{t('asBrowser')}</option>
            {languages.map((language) => (
              <option key={language} value={language} lang={language}>
                {languageNames[language]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('timeZone.label')} hint={t('timeZone.hint')}>
          <Select
            disabled={!here}
            value={chosen.timeZone ?? ''}
            onChange={({ target: { value } }) => choose({ timeZone: value || null })}
          >
            <option value="">{t('asBrowser')}</option>
            {zones.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <ActionError error={save.error} />
      </div>
    </Card>
  )
}
