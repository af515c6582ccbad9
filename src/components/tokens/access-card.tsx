'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { later } from '@/components/ui/later'
import { ListSkeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { useErrorText } from '@/components/words/error-words'
import type { Role } from '@/domain/roles'
import type { NewToken } from './new-token-dialog'
import { SignedInPrograms } from './signed-in-programs'
import { TokenRow } from './token-row'
import { TokenShown } from './token-shown'

const NewTokenDialog = later(() => import('./new-token-dialog').then(({ NewTokenDialog }) => NewTokenDialog))

/** What lets programs act in the person's name: their tokens, and where a program has signed in. */
export function AccessCard({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations('tokens')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const tokens = useQuery(trpc.tokens.list.queryOptions())
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<NewToken | null>(null)

  return (
    <Card id="tokens" className="scroll-mt-20">
      <CardHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Button variant="secondary" size="sm" onClick={() => setMaking(true)}>
            <Plus aria-hidden="true" />
            {t('new.open')}
          </Button>
        }
      />
      {tokens.isPending ? (
        <ListSkeleton rows={2} />
      ) : tokens.isError && !tokens.data ? (
        <ErrorState onRetry={tokens.refetch} retrying={tokens.isFetching}>
          {errorText(tokens.error)}
        </ErrorState>
      ) : tokens.data.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ul className="divide-y">
          {tokens.data.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              expired={token.expiresAt.getTime() <= tokens.dataUpdatedAt}
              onGone={tokens.refetch}
            />
          ))}
        </ul>
      )}
      <p className="mt-3 text-muted text-sm">{t('outlive')}</p>
      <p className="mt-1 text-sm">
        {t.rich('reference', { docs: (words) => <TextLink href="/api/docs">{words}</TextLink> })}
      </p>
      <SignedInPrograms />
      {making && (
        <NewTokenDialog
          roles={roles}
          onClose={() => setMaking(false)}
          onMade={(token) => {
            setMaking(false)
            setMade(token)
            void tokens.refetch()
          }}
        />
      )}
      <TokenShown token={made} onClose={() => setMade(null)} />
    </Card>
  )
}
