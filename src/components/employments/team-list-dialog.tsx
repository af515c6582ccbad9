'use client'

import { useMutation } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useId, useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { dayOf } from '@/domain/time'
import type { TeamPlace } from './team-place'
import { TeamPreview } from './team-preview'
import { useReloadTeam } from './use-reload-team'

interface TeamListDialogProps {
  workplace: TeamPlace
  onClose: () => void
}

/** Adds people by a pasted list or a file: first what was read is shown, then all are invited, or nobody. */
export function TeamListDialog({ workplace, onClose }: TeamListDialogProps) {
  const t = useTranslations('employments')
  const ui = useTranslations('ui')
  const trpc = useTRPC()
  const reload = useReloadTeam()
  const { id: workplaceId, currency, timeZone } = workplace
  const [text, setText] = useState('')
  const [startedOn, setStartedOn] = useState(dayOf(new Date(), timeZone))
  const [lines, setLines] = useState<ApiOutput['employments']['previewTeam'] | null>(null)
  const preview = useMutation(trpc.employments.previewTeam.mutationOptions({ onSuccess: setLines }))
  const add = useMutation(
    trpc.employments.addTeam.mutationOptions({
      onSuccess: async ({ invited }) => {
        await reload()
        toast.success(t('list.done', { count: invited }))
        onClose()
      },
    }),
  )
  const wrong = lines?.filter(({ problem }) => problem !== null).length ?? 0
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={t('list.title')}
      description={t('list.description')}
      footer={
        lines ? (
          <>
            <Button variant="secondary" onClick={() => setLines(null)}>
              {t('list.change')}
            </Button>
            {wrong === 0 && (
              <Button loading={add.isPending} onClick={() => add.mutate({ workplaceId, text, startedOn })}>
                {t('list.add', { count: lines.length })}
              </Button>
            )}
          </>
        ) : (
          <>
            <Button variant="secondary" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button loading={preview.isPending} onClick={() => preview.mutate({ workplaceId, text })}>
              {t('list.check')}
            </Button>
          </>
        )
      }
    >
      {lines ? (
        <div className="grid gap-4">
          {wrong > 0 && <Notice tone="caution">{t('list.wrong', { count: wrong })}</Notice>}
          <TeamPreview lines={lines} currency={currency} />
          <ActionError error={add.error} />
        </div>
      ) : (
        <div className="grid gap-4">
          <Field label={t('list.text')}>
            <Textarea
              rows={8}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="font-mono text-sm"
            />
          </Field>
          <FileField onText={setText} />
          <Field label={t('list.startedOn')}>
            <Input type="date" value={startedOn} onChange={(event) => setStartedOn(event.target.value)} />
          </Field>
          <ActionError error={preview.error} />
        </div>
      )}
    </Dialog>
  )
}

function FileField({ onText }: { onText: (text: string) => void }) {
  const t = useTranslations('employments')
  const id = useId()
  async function read({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    if (file) onText(await file.text())
    target.value = ''
  }
  return (
    <div className="relative justify-self-start">
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={read}
        className="peer sr-only"
      />
      <label
        htmlFor={id}
        className={buttonStyles(
          'secondary',
          'sm',
          'peer-focus-visible:outline-2 peer-focus-visible:outline-accent',
        )}
      >
        <FileUp aria-hidden="true" />
        {t('list.file')}
      </label>
    </div>
  )
}
