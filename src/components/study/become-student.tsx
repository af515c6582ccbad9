'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { LinkButton } from '@/components/ui/link-button'
import { useErrorText } from '@/components/words/error-words'

/** For somebody signed in who is no student yet: one tap makes them one too, on the same account. */
export function BecomeStudent({ email }: { email: string }) {
  const errorText = useErrorText()
  const trpc = useTRPC()
  const router = useRouter()
  const [refreshing, startRefresh] = useTransition()
  const add = useMutation(
    trpc.account.addRole.mutationOptions({ onSuccess: () => startRefresh(() => router.refresh()) }),
  )
  return (
    <div className="grid gap-5">
      <div>
        <h2 className="font-bold text-xl">Join as a student?</h2>
        <p className="mt-1 text-muted">
          Classes are joined by students, and your account <span className="break-all">{email}</span> is not
          one yet. It can be both: everything else about it stays as it is, and you switch in the head of the
          page.
        </p>
      </div>
      <FormError>{add.isError && errorText(add.error)}</FormError>
      <div className="flex flex-col gap-2.5 sm:flex-row">
        <Button
          size="lg"
          loading={add.isPending || refreshing}
          onClick={() => add.mutate({ role: 'STUDENT' })}
        >
          Be a student too
        </Button>
        <LinkButton href="/" size="lg" variant="ghost">
          Not now
        </LinkButton>
      </div>
    </div>
  )
}
