'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Card, CardHeader } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useDaysText } from '@/components/words/calendar-day'
import { useErrorText } from '@/components/words/error-words'
import type { PayrollFormat } from '@/domain/payroll/format-schema'
import { Problems } from './problems'
import { usePayrollPreview } from './use-payroll-preview'

interface FormatPreviewProps {
  workplaceId: string
  day: string
  format: PayrollFormat
}

/** Typing settles before anything is asked for. */
const SETTLED = 500

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** What an export of a period would be, from its real lines; nothing is kept. */
export function FormatPreview({ workplaceId, day: first, format }: FormatPreviewProps) {
  const t = useTranslations('payments')
  const errorText = useErrorText()
  const days = useDaysText()
  const [day, setDay] = useState(first)
  const settled = useSettled(format)
  const preview = usePayrollPreview({ workplaceId, day, format: settled })
  const { data } = preview
  return (
    <Card>
      <CardHeader
        title={t('formats.preview')}
        description={data && days(data.period.from, data.period.to)}
        actions={
          <Field label={t('formats.day')}>
            <Input type="date" value={day} onChange={(e) => setDay(e.target.value)} />
          </Field>
        }
      />
      {preview.isError ? (
        <ErrorState onRetry={preview.refetch} retrying={preview.isFetching}>
          {errorText(preview.error)}
        </ErrorState>
      ) : data ? (
        <div className="grid gap-3">
          <Problems problems={data.problems} workplaceId={workplaceId} />
          {data.people === 0 && <p className="text-muted">{t('formats.nobody')}</p>}
          <Rows beginning={data.beginning} rows={data.rows} />
          {data.total > 0 && <p className="text-muted text-sm">{t('formats.rows', { count: data.total })}</p>}
        </div>
      ) : (
        <ListSkeleton rows={3} />
      )}
    </Card>
  )
}

function Rows({ beginning, rows }: { beginning: string[]; rows: string[][] }) {
  const t = useTranslations('payments')
  if (rows.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section tabIndex={0} aria-label={t('formats.preview')} className="overflow-x-auto">
      {beginning.length > 0 && <pre className="mb-2 text-sm">{beginning.join('\n')}</pre>}
      <table className="text-sm">
        <tbody>
          {[...rows.entries()].map(([at, row]) => (
            <tr key={at} className="border-t">
              {[...row.entries()].map(([column, cell]) => (
                <td key={column} className="whitespace-nowrap px-2 py-1">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
