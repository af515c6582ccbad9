'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { later } from '@/components/ui/later'
import { PageHeader } from '@/components/ui/page-header'
import { ListSkeleton } from '@/components/ui/skeleton'
import { NumbersCard } from './numbers-card'
import { type Edited, keptDraft } from './use-draft'

const FormatEditor = later(() => import('./format-editor').then(({ FormatEditor }) => FormatEditor), {
  meanwhile: <ListSkeleton rows={8} />,
})

type Known = ApiOutput['exports']['formats']

interface FormatsPageProps {
  workplaceId: string
  day: string
  initial: Known
}

/** How a workplace writes hours and pay for payroll, and the numbers of its people there. */
export function FormatsPage({ workplaceId, day, initial }: FormatsPageProps) {
  const t = useTranslations('payments')
  const trpc = useTRPC()
  const query = trpc.exports.formats.queryOptions({ workplaceId }, { initialData: initial })
  const { formats, presets } = useQuery(query).data
  const [edited, setEdited] = useState<Edited | null>(null)
  useEffect(() => setEdited(keptDraft(workplaceId)), [workplaceId])
  const untried = presets.find(({ id }) => id === 'lodas')?.source ?? null
  const open = ({ id, format }: Known['formats'][number]) =>
    setEdited({ id, format, source: format.lodas ? untried : null })
  return (
    <>
      <PageHeader
        back={{ href: `/employ/workplaces/${workplaceId}/pay?day=${day}`, label: t('one.back') }}
        title={t('formats.title')}
        description={t('formats.hint')}
      />
      <div className="grid gap-6">
        {edited ? (
          <FormatEditor
            key={edited.id ?? edited.format.name}
            {...{ workplaceId, day, edited }}
            onClose={() => setEdited(null)}
          />
        ) : (
          <Card>
            <CardHeader title={t('formats.own')} description={t('formats.start')} />
            <ul className="mb-4 flex flex-wrap gap-2">
              {formats.map((one) => (
                <li key={one.id}>
                  <Button variant="secondary" onClick={() => open(one)}>
                    {one.format.name}
                  </Button>
                </li>
              ))}
            </ul>
            <div className="flex flex-wrap gap-2">
              {presets.map(({ id, format, untried, source }) => {
                const name = t(`payroll.preset.${id}`)
                const start = { format: { ...format, name }, source: untried ? source : null }
                return (
                  <Button key={id} variant="secondary" onClick={() => setEdited(start)}>
                    {t('formats.from', { name })}
                  </Button>
                )
              })}
            </div>
          </Card>
        )}
        <NumbersCard workplaceId={workplaceId} />
      </div>
    </>
  )
}
