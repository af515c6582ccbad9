'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useDayText } from '@/components/words/calendar-day'
import { type PresetId, presetIds } from '@/domain/pay/presets'
import { dayOf } from '@/domain/time'
import { usePresetName } from './rules-words'
import { useReload } from './use-reload'
import type { Workplace } from './workplace'

/** By which rules hours become pay, since when and from when on. */
export function RulesCard({ workplace }: { workplace: Workplace }) {
  const t = useTranslations('workplaces')
  const dayText = useDayText()
  const presetName = usePresetName()
  const [changing, setChanging] = useState(false)
  const { rules, owns, archivedAt } = workplace
  return (
    <Card>
      <CardHeader title={t('rules.title')} description={t('rules.hint')} />
      <ul className="divide-y">
        {rules.map(({ from, preset, begun }) => (
          <li key={from} className="py-2.5">
            <p className="font-semibold">{presetName(preset)}</p>
            <p className="text-muted text-sm">
              {begun ? t('rules.since', { day: dayText(from) }) : t('rules.from', { day: dayText(from) })}
            </p>
          </li>
        ))}
      </ul>
      {owns &&
        !archivedAt &&
        (changing ? (
          <OtherRules workplace={workplace} onDone={() => setChanging(false)} />
        ) : (
          <Button variant="secondary" size="sm" className="mt-3" onClick={() => setChanging(true)}>
            {t('rules.change')}
          </Button>
        ))}
      <p className="mt-3 text-muted text-sm">{t('field.presetHint')}</p>
    </Card>
  )
}

function OtherRules({ workplace, onDone }: { workplace: Workplace; onDone: () => void }) {
  const t = useTranslations('workplaces')
  const ui = useTranslations('ui')
  const dayText = useDayText()
  const trpc = useTRPC()
  const reload = useReload()
  const today = dayOf(new Date(), workplace.timeZone)
  const [from, setFrom] = useState(today)
  const [preset, setPreset] = useState<PresetId>('none')
  const save = useMutation(
    trpc.workplaces.setRules.mutationOptions({
      onSuccess: async () => {
        await reload()
        toast.success(t('rules.saved', { day: dayText(from) }))
        onDone()
      },
    }),
  )
  return (
    <form
      className="mt-3 grid gap-4 border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ workplaceId: workplace.id, from, preset })
      }}
    >
      <Field label={t('field.preset')}>
        <Select
          value={preset}
          onChange={(event) => setPreset(presetIds.find((one) => one === event.target.value) ?? 'none')}
        >
          {presetIds.map((one) => (
            <option key={one} value={one}>
              {t(`preset.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('rules.day')}>
        <Input type="date" min={today} value={from} onChange={(event) => setFrom(event.target.value)} />
      </Field>
      <ActionError error={save.error} />
      <div className="flex gap-2">
        <Button type="submit" size="sm" loading={save.isPending}>
          {ui('save')}
        </Button>
        <Button variant="ghost" size="sm" onClick={onDone}>
          {ui('cancel')}
        </Button>
      </div>
    </form>
  )
}
