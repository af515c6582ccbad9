'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { toast } from 'sonner'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { useErrorText } from '@/components/words/error-words'
import { profileSchema } from '@/domain/account'

export function ProfileCard({ name, email }: { name: string; email: string }) {
  const errorText = useErrorText()
  const trpc = useTRPC()
  const router = useRouter()
  const { register, handleSubmit, reset, formState } = useForm({
    resolver: zodResolver(profileSchema),
    defaultValues: { name },
  })
  const update = useMutation(
    trpc.account.updateProfile.mutationOptions({
      onSuccess: (_, input) => {
        reset({ name: input.name.trim() })
        toast.success('Your name is saved.')
        router.refresh()
      },
    }),
  )

  return (
    <Card>
      <CardHeader title="Profile" description="Your name is what teachers and classmates see." />
      <form
        onSubmit={handleSubmit((input) => update.mutate(input))}
        noValidate
        className="grid max-w-form gap-5"
      >
        <Field label="Name" error={formState.errors.name?.message}>
          <Input autoComplete="name" {...register('name')} />
        </Field>
        <Field label="Email" hint="You sign in with it. It cannot be changed here.">
          <Input type="email" value={email} readOnly />
        </Field>
        <FormError>{update.error && errorText(update.error)}</FormError>
        <Button type="submit" loading={update.isPending} className="justify-self-start">
          Save name
        </Button>
      </form>
    </Card>
  )
}
