'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Dialog } from '@/components/ui/dialog'
import { FormError } from '@/components/ui/form-error'
import { toast } from '@/components/ui/toast'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorText } from '@/components/words/error-words'
import { localTimeOf } from '@/domain/time'
import { SessionFields, sessionFieldOf } from './session-fields'
import { useSessionsChanged } from './use-start-session'

interface EditSessionProps {
  session: {
    id: string
    title: string | null
    plannedStart: Date | null
    plannedEnd: Date | null
    lateAfterMinutes: number
  }
  timeZone: string
  onDone: () => void
}

/** Changes a session that is planned or open. */
export function EditSessionDialog({ open, ...props }: EditSessionProps & { open: boolean }) {
  const t = useTranslations('sessions')
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && props.onDone()}
      title={t('edit.title')}
      description={t('edit.hint')}
    >
      <EditSessionForm {...props} />
    </Dialog>
  )
}

function EditSessionForm({ session, timeZone, onDone }: EditSessionProps) {
  const t = useTranslations('sessions')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const changed = useSessionsChanged()
  const local = (at: Date | null) => (at ? localTimeOf(at, timeZone) : undefined)
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: checkedBy(() =>
      import('@/domain/sessions-schema').then(({ sessionSettingsSchema }) => sessionSettingsSchema),
    ),
    defaultValues: {
      title: session.title ?? '',
      plannedStart: local(session.plannedStart),
      plannedEnd: local(session.plannedEnd),
      lateAfterMinutes: session.lateAfterMinutes,
    },
  })
  const update = useMutation(
    trpc.sessions.update.mutationOptions({
      onSuccess: async () => {
        await changed()
        toast.success(t('edit.saved'))
        onDone()
      },
      onError: (error) => {
        const field = sessionFieldOf[appErrorOf(error)?.code ?? 'server.failed']
        if (field) setError(field, { message: errorText(error) }, { shouldFocus: true })
      },
    }),
  )
  const elsewhere = update.error && !sessionFieldOf[appErrorOf(update.error)?.code ?? 'server.failed']

  return (
    <form
      onSubmit={handleSubmit((input) => update.mutate({ ...input, sessionId: session.id }))}
      noValidate
      className="grid gap-5"
    >
      <SessionFields register={register} errors={formState.errors} timeZone={timeZone} />
      <FormError>{elsewhere && errorText(update.error)}</FormError>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button variant="secondary" onClick={onDone}>
          {ui('cancel')}
        </Button>
        <Button type="submit" loading={update.isPending}>
          {ui('save')}
        </Button>
      </div>
    </form>
  )
}
