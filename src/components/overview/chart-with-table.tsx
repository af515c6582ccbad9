'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { chartTop } from '@/domain/trends'
import { Table, Td, Th, Tr } from '../ui/table'
import { BarChart, type BarTone } from './bar-chart'

export interface ChartRow {
  key: string
  /** In full, for the table, and as short as it stands under the chart. */
  name: string
  short: string
  /** In the order of the parts. */
  values: readonly number[]
}

interface ChartWithTableProps {
  /** What is counted. */
  title: string
  /** What one row stands for: week, month. */
  span: string
  parts: readonly string[]
  /** In the order of the parts, where they have colours of their own. */
  tones?: readonly BarTone[]
  rows: readonly ChartRow[]
  /** What one unit of the scale is in the values: 60 for hours in minutes. */
  unit: number
  text: (value: number) => string
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** A chart, and behind it the table with its figures. */
export function ChartWithTable({ title, span, parts, tones, rows, unit, text }: ChartWithTableProps) {
  const t = useTranslations('overview')
  const highest = Math.max(0, ...rows.map(({ values }) => sumOf(values.map((value) => Math.max(0, value)))))
  const bars = rows.map(({ key, short, name, values }) => ({
    ...{ key, name: short, values },
    title: t('trends.bar', { name, value: text(sumOf(values)) }),
  }))
  if (rows.every(({ values }) => values.every((value) => value === 0)))
    return <p className="text-muted">{t('trends.nothing')}</p>
  const label = t('trends.chart', { title, count: rows.length, highest: text(highest) })
  return (
    <>
      <BarChart {...{ label, parts, tones, bars, text }} top={chartTop(highest, unit)} />
      <details className="group mt-2">
        <summary className="inline-flex min-h-11 list-none items-center gap-1.5 font-semibold text-accent-ink text-sm">
          <ChevronDown
            aria-hidden="true"
            className="size-4.5 shrink-0 text-muted transition-transform group-open:rotate-180"
          />
          {t('trends.table')}
        </summary>
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
          tabIndex={0}
          aria-label={title}
          className="-mx-4 overflow-x-auto sm:-mx-6"
        >
          <Figures {...{ title, span, parts, rows, text }} />
        </section>
      </details>
    </>
  )
}

function Figures({ title, span, parts, rows, text }: Omit<ChartWithTableProps, 'unit' | 'tones'>) {
  const t = useTranslations('overview')
  const several = parts.length > 1
  const columns = [...parts, ...(several ? [t('week.sum')] : [])]
  const cellsOf = (values: readonly number[]) => (several ? [...values, sumOf(values)] : values)
  return (
    <Table
      label={title}
      head={
        <>
          <Th className="text-start">{span}</Th>
          {columns.map((column) => (
            <Th key={column} className="wrap-anywhere text-end">
              {column}
            </Th>
          ))}
        </>
      }
    >
      {rows.map(({ key, name, values }) => (
        <Tr key={key}>
          <Td className="font-semibold">{name}</Td>
          {cellsOf(values).map((value, at) => (
            <Td
              key={columns[at]}
              label={columns[at] ?? ''}
              className="whitespace-nowrap text-end tabular-nums"
            >
              {text(value)}
            </Td>
          ))}
        </Tr>
      ))}
    </Table>
  )
}
