'use client'

import { RotateCw, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button'
import { EmptyState } from './empty-state'

interface ErrorStateProps {
  title?: string
  /** What happened, in words: `useErrorText()`. */
  children: ReactNode
  onRetry?: () => void
  retrying?: boolean
}

export function ErrorState({ title, children, onRetry, retrying }: ErrorStateProps) {
  const ui = useTranslations('ui')
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert />}
        title={title ?? ui('loadFailed')}
        action={
          onRetry && (
            <Button variant="secondary" onClick={onRetry} loading={retrying ?? false}>
              <RotateCw aria-hidden="true" />
              {ui('tryAgain')}
            </Button>
          )
        }
      >
        {children}
      </EmptyState>
    </div>
  )
}
