'use client'

import type { ApiOutput } from '@/components/providers/api-output'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'

interface JoinPreviewProps {
  schoolClass: ApiOutput['places']['toJoin']
  joining: boolean
  error: string | undefined
  onJoin: () => void
  onAnother: () => void
}

/** The class behind a code, to be looked at before joining it. */
export function JoinPreview({ schoolClass, joining, error, onJoin, onAnother }: JoinPreviewProps) {
  const { name, teacher, joined } = schoolClass
  return (
    <div className="grid gap-5">
      <div className="flex items-center gap-4">
        <Avatar name={teacher} size="lg" />
        <div className="min-w-0">
          <h2 className="wrap-anywhere font-bold text-xl">{name}</h2>
          <p className="wrap-anywhere text-muted">Taught by {teacher}</p>
        </div>
      </div>
      {joined && (
        <Notice tone="positive" title="You are in this class already">
          There is nothing left to do.
        </Notice>
      )}
      <FormError>{error}</FormError>
      <div className="flex flex-col gap-2.5 sm:flex-row">
        {joined ? (
          <LinkButton href="/study" size="lg">
            Go to Today
          </LinkButton>
        ) : (
          <Button size="lg" loading={joining} onClick={onJoin}>
            Join this class
          </Button>
        )}
        <Button size="lg" variant="ghost" onClick={onAnother}>
          Use another code
        </Button>
      </div>
    </div>
  )
}
