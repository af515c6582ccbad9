'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/skeleton'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorWords } from '@/components/words/error-words'
import { isJoinCode, normaliseJoinCode } from '@/domain/classes'
import { JoinForm } from './join-form'
import { JoinPreview } from './join-preview'
import { Joined } from './joined'

/** From a code to being in the class: the class is shown before it is joined. */
export function JoinClass({ code: given }: { code?: string }) {
  const t = useTranslations('study')
  const words = useErrorWords()
  const errorText = words.sentence
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const wrongLink = given !== undefined && !isJoinCode(normaliseJoinCode(given))
  const [code, setCode] = useState(wrongLink ? undefined : given)
  const [linkRefused, setLinkRefused] = useState(wrongLink)
  const found = useQuery(
    trpc.places.toJoin.queryOptions(
      { joinCode: code ?? '' },
      // Each look counts against the limit on guessing codes, so none is made by itself.
      { enabled: code !== undefined, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    ),
  )
  const join = useMutation(
    trpc.places.join.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.places.joined.queryFilter()),
          queryClient.invalidateQueries(trpc.attendance.pathFilter()),
        ]),
    }),
  )
  const refused = appErrorOf(found.error)

  function another() {
    join.reset()
    queryClient.removeQueries(trpc.places.toJoin.queryFilter())
    setCode(undefined)
  }

  if (join.isSuccess) return <Joined name={join.data.name} onAnother={another} />
  if (code !== undefined && found.data) {
    return (
      <JoinPreview
        schoolClass={found.data}
        joining={join.isPending}
        error={join.isError ? errorText(join.error) : undefined}
        onJoin={() => join.mutate({ joinCode: code })}
        onAnother={another}
      />
    )
  }
  if (code === given && found.isLoading) return <ListSkeleton rows={1} label={t('join.looking')} />
  if (found.isError && !refused) {
    return (
      <ErrorState onRetry={found.refetch} retrying={found.isFetching}>
        {errorText(found.error)}
      </ErrorState>
    )
  }
  return (
    <JoinForm
      error={
        linkRefused ? words.ofCode('classes.code_unknown').text : refused ? errorText(found.error) : undefined
      }
      loading={found.isFetching}
      onCode={(next) => {
        setLinkRefused(false)
        if (next === code) void found.refetch()
        else setCode(next)
      }}
    />
  )
}
