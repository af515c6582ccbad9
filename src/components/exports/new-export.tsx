'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FileOutput } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextLink } from '@/components/ui/text-link'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { type PayrollFormat, payrollFormatSchema } from '@/domain/payroll/format-schema'
import { Problems } from './problems'
import { usePayrollPreview } from './use-payroll-preview'

type Known = ApiOutput['exports']['formats']

/** The workplace's own formats, then those that come with Clockface and need nothing of it. */
function useChoices({ formats, presets }: Known) {
  const t = useTranslations('payments')
  const own = formats.map(({ id, format }) => ({
    ...{ id, format },
    source: format.lodas ? (presets.find((one) => one.id === 'lodas')?.source ?? null) : null,
  }))
  const ready = presets.flatMap(({ id, format, untried, source }) => {
    const parsed = payrollFormatSchema.safeParse({ ...format, name: t(`payroll.preset.${id}`) })
    return parsed.success ? [{ id, format: parsed.data, source: untried ? source : null }] : []
  })
  return [...own, ...ready]
}

interface NewExportProps {
  workplaceId: string
  day: string
  known: Known
}

/** Tells payroll of the period in a format: all of it the first time, then what has changed. */
export function NewExport({ workplaceId, day, known }: NewExportProps) {
  const t = useTranslations('payments')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const choices = useChoices(known)
  const [id, setId] = useState(choices[0]?.id ?? '')
  const chosen = choices.find((one) => one.id === id)
  const make = useMutation(
    trpc.exports.exportPeriod.mutationOptions({
      onSuccess: async ({ people, waiting }) => {
        const names = waiting.join(', ')
        toast.success(
          t('payroll.done', { count: people }),
          waiting.length > 0 ? { description: t('payroll.waiting', { names }) } : {},
        )
        await queries.invalidateQueries(trpc.exports.pathFilter())
      },
    }),
  )
  const tell = (format: PayrollFormat) => make.mutate({ workplaceId, day, format })
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('payroll.format')} className="w-full sm:w-64">
          <Select
            value={id}
            onChange={({ target }) => {
              make.reset()
              setId(target.value)
            }}
          >
            {choices.map((one) => (
              <option key={one.id} value={one.id}>
                {one.format.name}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          loading={make.isPending}
          disabled={!chosen}
          onClick={() => chosen && tell(chosen.format)}
          className="max-sm:w-full"
        >
          <FileOutput aria-hidden="true" />
          {t('payroll.make')}
        </Button>
      </div>
      {chosen?.source && (
        <Notice tone="caution" action={<TextLink href={chosen.source}>{t('payroll.layout')}</TextLink>}>
          {t('payroll.untried')}
        </Notice>
      )}
      {make.error && chosen && (
        <Refusal
          {...{ workplaceId, day, error: make.error, attempt: make.submittedAt }}
          format={chosen.format}
        />
      )}
      <p>
        <TextLink href={`/employ/workplaces/${workplaceId}/payroll?day=${day}`}>
          {t('formats.toFormats')}
        </TextLink>
      </p>
    </div>
  )
}

interface RefusalProps {
  error: unknown
  workplaceId: string
  day: string
  format: PayrollFormat
  /** Which try was refused. */
  attempt: number
}

/** Why there is no export: everything that is missing, with the ways to mend it. */
function Refusal({ error, workplaceId, ...tried }: RefusalProps) {
  const errorText = useErrorText()
  const { data } = usePayrollPreview({ workplaceId, ...tried })
  return (
    <>
      <FormError>{errorText(error)}</FormError>
      {data && <Problems problems={data.problems} workplaceId={workplaceId} />}
    </>
  )
}
