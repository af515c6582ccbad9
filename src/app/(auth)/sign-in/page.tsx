import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AuthCard } from '@/components/account/auth-card'
import { SignInForm } from '@/components/account/sign-in-form'
import { TextLink } from '@/components/ui/text-link'
import { nextPath } from '@/domain/next-path'
import { currentUser } from '@/server/sign-in/current-user'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const query = await searchParams
  const next = nextPath(query.next ?? query.callbackUrl)
  if (await currentUser()) redirect(next ?? '/')
  return (
    <AuthCard
      title="Sign in"
      footer={
        <>
          No account yet?{' '}
          <TextLink href={{ pathname: '/sign-up', query: next ? { next } : {} }}>Create one</TextLink>
        </>
      }
    >
      <SignInForm next={next} />
    </AuthCard>
  )
}
