'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FormError } from '@/components/ui/form-error'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { toast } from '@/components/ui/toast'
import { type PayrollFormat, payrollFormatSchema } from '@/domain/payroll/format-schema'
import { ColumnsEditor } from './columns-editor'
import { FormatPreview } from './format-preview'
import { LayoutFields } from './layout-fields'
import { type Edited, useDraft } from './use-draft'
import { WageTypesEditor } from './wage-types-editor'

interface FormatEditorProps {
  workplaceId: string
  day: string
  edited: Edited
  onClose: () => void
}

const parts = ['name', 'columns', 'wageTypes', 'lodas'] as const

/** Which parts of a format are incomplete. */
function incomplete(format: PayrollFormat) {
  const parsed = payrollFormatSchema.safeParse(format)
  const paths = parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0])
  return parts.filter((part) => paths.includes(part))
}

interface ActsProps extends FormatEditorProps {
  letGo: () => void
}

function useFormatActs({ workplaceId, edited: { id: formatId }, onClose, letGo }: ActsProps) {
  const t = useTranslations('payments')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const onSuccess = async () => {
    letGo()
    await queries.invalidateQueries(trpc.exports.pathFilter())
    toast.success(t('formats.saved'))
    onClose()
  }
  const make = useMutation(trpc.exports.makeFormat.mutationOptions({ onSuccess }))
  const change = useMutation(trpc.exports.changeFormat.mutationOptions({ onSuccess }))
  const remove = useMutation(trpc.exports.removeFormat.mutationOptions({ onSuccess }))
  return {
    error: make.error ?? change.error,
    pending: make.isPending || change.isPending,
    save: (format: PayrollFormat) =>
      formatId ? change.mutate({ workplaceId, formatId, format }) : make.mutate({ workplaceId, format }),
    remove: formatId ? () => remove.mutateAsync({ workplaceId, formatId }) : null,
  }
}

/** A format with its columns and wage types, and what an export in it would be. */
export function FormatEditor(props: FormatEditorProps) {
  const t = useTranslations('payments')
  const { workplaceId, day, edited, onClose } = props
  const { format, change, changed, letGo } = useDraft(workplaceId, edited)
  const acts = useFormatActs({ ...props, letGo })
  const [asking, ask] = useState<'remove' | 'close' | null>(null)
  const missing = incomplete(format)
  const close = () => {
    letGo()
    onClose()
  }
  return (
    <>
      <Card>
        <CardHeader title={format.name || t('formats.title')} />
        <div className="grid gap-5">
          {edited.source && (
            <Notice tone="caution" action={<TextLink href={edited.source}>{t('payroll.layout')}</TextLink>}>
              {t('payroll.untried')}
            </Notice>
          )}
          <LayoutFields {...{ format, change }} />
          <ColumnsEditor columns={format.columns} onChange={(columns) => change({ columns })} />
          <WageTypesEditor wageTypes={format.wageTypes} onChange={(wageTypes) => change({ wageTypes })} />
          {missing.map((part) => (
            <FormError key={part}>{t(`formats.incomplete.${part}`)}</FormError>
          ))}
          <ActionError error={acts.error} />
          <div className="flex flex-wrap gap-2">
            <Button
              loading={acts.pending}
              disabled={missing.length > 0}
              onClick={() => acts.save({ ...format, name: format.name.trim() })}
            >
              {t('formats.save')}
            </Button>
            <Button variant="secondary" onClick={() => (changed ? ask('close') : close())}>
              {t('formats.close')}
            </Button>
            {acts.remove && (
              <Button variant="ghost" onClick={() => ask('remove')}>
                {t('formats.remove')}
              </Button>
            )}
          </div>
        </div>
      </Card>
      {acts.remove && (
        <ConfirmDialog
          open={asking === 'remove'}
          onOpenChange={() => ask(null)}
          title={t('formats.removing.title', { name: edited.format.name })}
          consequence={t('formats.removing.text')}
          confirm={t('formats.remove')}
          onConfirm={acts.remove}
        />
      )}
      <ConfirmDialog
        open={asking === 'close'}
        onOpenChange={() => ask(null)}
        title={t('formats.leaving.title')}
        consequence={t('formats.leaving.text')}
        confirm={t('formats.leaving.act')}
        onConfirm={close}
      />
      {missing.length === 0 && <FormatPreview {...{ workplaceId, day, format }} />}
    </>
  )
}
