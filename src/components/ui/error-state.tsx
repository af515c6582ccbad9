'use client'

import { RotateCw, TriangleAlert } from 'lucide-react'
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

export function ErrorState({
  title = 'This could not be loaded',
  children,
  onRetry,
  retrying,
}: ErrorStateProps) {
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert />}
        title={title}
        action={
          onRetry && (
            <Button variant="secondary" onClick={onRetry} loading={retrying ?? false}>
              <RotateCw aria-hidden="true" />
              Try again
            </Button>
          )
        }
      >
        {children}
      </EmptyState>
    </div>
  )
}
