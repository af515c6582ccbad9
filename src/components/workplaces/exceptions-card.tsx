'use client'

import { useMutation } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import {
  alwaysCritical,
  audiences,
  type ExceptionCode,
  type ExceptionSetting,
  exceptionGroups,
  type Severity,
  severities,
} from '@/domain/exceptions'
import { useReload } from './use-reload'
import type { Workplace } from './workplace'

const groups = Object.entries(exceptionGroups) as ReadonlyArray<
  [keyof typeof exceptionGroups, readonly ExceptionCode[]]
>

/** What counts as an exception, how badly, and who is told. */
export function ExceptionsCard({ workplace }: { workplace: Workplace }) {
  const t = useTranslations('workplaces')
  const ui = useTranslations('ui')
  const trpc = useTRPC()
  const reload = useReload()
  const [exceptions, setExceptions] = useState(workplace.exceptions)
  const save = useMutation(
    trpc.workplaces.setExceptions.mutationOptions({
      onSuccess: async () => {
        await reload()
        toast.success(t('exceptions.saved'))
      },
    }),
  )
  const change = (next: ExceptionSetting) =>
    setExceptions((all) => all.map((one) => (one.code === next.code ? next : one)))
  return (
    <Card>
      <CardHeader title={t('exceptions.title')} description={t('exceptions.hint')} />
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ workplaceId: workplace.id, exceptions })
        }}
      >
        <div className="divide-y border-y">
          {groups.map(([name, codes]) => (
            <Group
              key={name}
              name={name}
              settings={exceptions.filter(({ code }) => codes.includes(code))}
              onChange={change}
            />
          ))}
        </div>
        <ActionError error={save.error} />
        <Button type="submit" loading={save.isPending} className="justify-self-start">
          {ui('save')}
        </Button>
      </form>
    </Card>
  )
}

interface GroupProps {
  name: keyof typeof exceptionGroups
  settings: readonly ExceptionSetting[]
  onChange: (next: ExceptionSetting) => void
}

/** Those about one thing, folded: how they count shows without opening them. */
function Group({ name, settings, onChange }: GroupProps) {
  const t = useTranslations('workplaces')
  const count = (severity: Severity) => settings.filter((one) => one.severity === severity).length
  const counts = { critical: count('CRITICAL'), warnings: count('WARNING'), notes: count('NOTE') }
  return (
    <details className="group">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-3 py-2">
        <span className="min-w-0 flex-1">
          <span className="wrap-anywhere block font-semibold">{t(`exceptions.group.${name}`)}</span>
          <span className="block text-muted text-sm">{t('exceptions.counts', counts)}</span>
        </span>
        <ChevronDown aria-hidden="true" className="size-5 shrink-0 text-muted group-open:rotate-180" />
      </summary>
      <ul className="divide-y border-t">
        {settings.map((one) => (
          <Setting key={one.code} setting={one} onChange={onChange} />
        ))}
      </ul>
    </details>
  )
}

interface SettingProps {
  setting: ExceptionSetting
  onChange: (next: ExceptionSetting) => void
}

function Setting({ setting, onChange }: SettingProps) {
  const t = useTranslations('workplaces')
  const names = useTranslations('pay-periods')
  const { code, grace, severity, told } = setting
  return (
    <li className="py-3">
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{names(`exception.${code}`)}</legend>
        <div className="grid gap-3 sm:grid-cols-3">
          <Field label={t('exceptions.severity')}>
            <Select
              value={severity}
              disabled={alwaysCritical.includes(code)}
              onChange={({ target }) => {
                const next = severities.find((one) => one === target.value) ?? severity
                onChange({ ...setting, severity: next, told: next === 'CRITICAL' ? 'BOTH' : told })
              }}
            >
              {severities.map((one) => (
                <option key={one} value={one}>
                  {t(`exceptions.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('exceptions.told')}>
            <Select
              value={told}
              disabled={severity === 'CRITICAL'}
              onChange={({ target }) =>
                onChange({ ...setting, told: audiences.find((one) => one === target.value) ?? told })
              }
            >
              {audiences.map((one) => (
                <option key={one} value={one}>
                  {t(`exceptions.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          {grace !== null && (
            <Field label={t('exceptions.grace')}>
              <Input
                type="number"
                inputMode="numeric"
                min={0}
                max={1440}
                value={grace}
                onChange={({ target }) => onChange({ ...setting, grace: Number(target.value) })}
              />
            </Field>
          )}
        </div>
      </fieldset>
    </li>
  )
}
