'use client'

import { useMutation } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { RemovableRow } from './removable-row'
import { useReload } from './use-reload'
import type { Workplace } from './workplace'

/** Kinds of work that are paid or counted apart. */
export function KindsCard({ workplace: { id: workplaceId, kinds } }: { workplace: Workplace }) {
  const t = useTranslations('workplaces')
  const ui = useTranslations('ui')
  const trpc = useTRPC()
  const reload = useReload()
  const [name, setName] = useState('')
  const add = useMutation(
    trpc.workplaces.addKind.mutationOptions({
      onSuccess: async () => {
        setName('')
        await reload()
      },
    }),
  )
  const archive = useMutation(trpc.workplaces.archiveKind.mutationOptions({ onSettled: reload }))
  return (
    <Card>
      <CardHeader title={t('kinds.title')} description={t('kinds.hint')} />
      <ul className="divide-y">
        {kinds.map((kind) => (
          <RemovableRow
            key={kind.id}
            title={kind.name}
            remove={t('kinds.remove', { name: kind.name })}
            onRemove={() =>
              archive.mutate(
                { workplaceId, kindId: kind.id },
                { onSuccess: () => toast.success(t('kinds.removed', { name: kind.name })) },
              )
            }
          />
        ))}
      </ul>
      <form
        className="mt-3 flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) add.mutate({ workplaceId, name })
        }}
      >
        <Field label={t('kinds.name')} className="flex-1">
          <Input value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Button type="submit" variant="secondary" loading={add.isPending}>
          <Plus aria-hidden="true" />
          {ui('add')}
        </Button>
      </form>
      <ActionError error={add.error ?? archive.error} />
    </Card>
  )
}
