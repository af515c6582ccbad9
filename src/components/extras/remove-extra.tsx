'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { useDaysText } from '@/components/words/calendar-day'
import type { Extra } from './extra-list'
import { useExtraActs } from './use-extra-acts'
import { useExtraName } from './use-extra-name'

/** Takes an extra back, for a reason. */
export function RemoveExtra({ extra: { id: extraId, name, day } }: { extra: Extra }) {
  const t = useTranslations('extras')
  const days = useDaysText()
  const what = useExtraName()(name)
  const { remove } = useExtraActs()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const act = async () => {
    await remove.mutateAsync({ extraId, reason })
    toast.success(t('removed'))
  }
  return (
    <>
      <IconButton
        label={t('remove', { what })}
        icon={<Trash2 aria-hidden="true" />}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('question')}
        consequence={
          <div className="grid gap-3">
            <p>{t('consequence', { what, day: days(day) })}</p>
            <Field label={t('reason')}>
              <Textarea
                rows={2}
                maxLength={300}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            </Field>
          </div>
        }
        confirm={t('confirm')}
        onConfirm={act}
      />
    </>
  )
}
