'use client'

import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Dialog } from '@/components/ui/dialog'
import { FormError } from '@/components/ui/form-error'
import { toast } from '@/components/ui/toast'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorText } from '@/components/words/error-words'
import { SessionFields, sessionFieldOf } from './session-fields'
import { useStartSession } from './use-start-session'

interface NewSessionProps {
  schoolClass: { id: string; timeZone: string; lateAfterMinutes: number }
  onDone: () => void
}

export function NewSessionDialog({ open, ...props }: NewSessionProps & { open: boolean }) {
  const t = useTranslations('sessions')
  return (
    <Dialog open={open} onOpenChange={(next) => !next && props.onDone()} title={t('new.title')}>
      <NewSessionForm {...props} />
    </Dialog>
  )
}

function NewSessionForm({ schoolClass: { id, timeZone, lateAfterMinutes }, onDone }: NewSessionProps) {
  const t = useTranslations('sessions')
  const errorText = useErrorText()
  const start = useStartSession()
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: checkedBy(() =>
      import('@/domain/sessions-schema').then(({ sessionSettingsSchema }) => sessionSettingsSchema),
    ),
    defaultValues: { title: '', lateAfterMinutes },
  })

  const submit = (openNow: boolean) =>
    handleSubmit((input) =>
      start.mutate(
        { ...input, classId: id, openNow },
        {
          onSuccess: () => {
            if (!openNow) toast.success(t('new.planned'))
            onDone()
          },
          onError: (error) => {
            const field = sessionFieldOf[appErrorOf(error)?.code ?? 'server.failed']
            if (field) setError(field, { message: errorText(error) }, { shouldFocus: true })
          },
        },
      ),
    )
  const pendingNow = start.isPending && start.variables.openNow
  const elsewhere = start.error && !sessionFieldOf[appErrorOf(start.error)?.code ?? 'server.failed']

  return (
    <form onSubmit={submit(true)} noValidate className="grid gap-5">
      <SessionFields register={register} errors={formState.errors} timeZone={timeZone} />
      <FormError>{elsewhere && errorText(start.error)}</FormError>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button variant="secondary" loading={start.isPending && !pendingNow} onClick={submit(false)}>
          {t('new.later')}
        </Button>
        <Button type="submit" loading={pendingNow}>
          {t('new.now')}
        </Button>
      </div>
    </form>
  )
}
