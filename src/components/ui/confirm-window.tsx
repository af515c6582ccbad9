'use client'

import { useTranslations } from 'next-intl'
import { AlertDialog as Radix } from 'radix-ui'
import { type MouseEvent, type ReactNode, useState } from 'react'
import { useErrorText } from '@/components/words/error-words'
import { useBackCloses } from './back-closes'
import { Button } from './button'
import { DialogFooter, dialogBox, veilStyles } from './dialog-window'
import { FormError } from './form-error'
import { useReturnFocus } from './return-focus'

interface ConfirmDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** A question: "End the session?" */
  title: string
  /** What will be so afterwards: "4 students without a record will be marked absent." */
  consequence: ReactNode
  /** A verb, never "OK": "End session". */
  confirm: string
  cancel?: string
  tone?: 'danger' | 'primary'
  /** The dialog waits for it, closes when it is done, and stays open with the message when it throws. */
  onConfirm: () => unknown
}

export function ConfirmWindow(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, consequence, confirm, cancel, tone = 'danger' } = props
  const ui = useTranslations('ui')
  const [pending, setPending] = useState(false)
  const errorText = useErrorText()
  const [error, setError] = useState<string>()

  function change(next: boolean) {
    if (pending) return
    setError(undefined)
    onOpenChange(next)
  }
  useBackCloses(open, () => change(false))
  const focus = useReturnFocus()

  async function act(event: MouseEvent) {
    event.preventDefault()
    setPending(true)
    setError(undefined)
    try {
      await props.onConfirm()
      onOpenChange(false)
    } catch (thrown) {
      setError(errorText(thrown))
    } finally {
      setPending(false)
    }
  }

  return (
    <Radix.Root open={open} onOpenChange={change}>
      <Radix.Portal>
        <Radix.Overlay className={veilStyles} />
        <Radix.Content {...focus} className={dialogBox}>
          <div className="grid gap-2 px-5 py-5 sm:px-6">
            <Radix.Title className="font-bold text-xl">{title}</Radix.Title>
            <Radix.Description asChild>
              <div className="text-muted">{consequence}</div>
            </Radix.Description>
            <FormError>{error}</FormError>
          </div>
          <DialogFooter>
            <Radix.Cancel asChild>
              <Button variant="secondary">{cancel ?? ui('cancel')}</Button>
            </Radix.Cancel>
            <Button variant={tone} loading={pending} onClick={act}>
              {confirm}
            </Button>
          </DialogFooter>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
