import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AuthCard } from '@/components/account/auth-card'
import { SignUpForm } from '@/components/account/sign-up-form'
import { TextLink } from '@/components/ui/text-link'
import { nextPath } from '@/domain/next-path'
import { currentUser } from '@/server/sign-in/current-user'

export const metadata: Metadata = { title: 'Create account' }

export default async function SignUpPage({ searchParams }: PageProps<'/sign-up'>) {
  const query = await searchParams
  const next = nextPath(query.next ?? query.callbackUrl)
  if (await currentUser()) redirect(next ?? '/')
  const joining = next?.startsWith('/join') ?? false
  return (
    <AuthCard
      title="Create account"
      description={joining ? 'Then you can join the class.' : undefined}
      footer={
        <>
          Have an account?{' '}
          <TextLink href={{ pathname: '/sign-in', query: next ? { next } : {} }}>Sign in</TextLink>
        </>
      }
    >
      <SignUpForm next={next} role={joining ? 'STUDENT' : undefined} />
    </AuthCard>
  )
}
