'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { faceStateOf } from '@/components/enrolment/face-state'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'

/** The person is in; what comes next depends on whether their face is set up. */
export function Joined({ name, onAnother }: { name: string; onAnother: () => void }) {
  const trpc = useTRPC()
  const { data: enrolment, isPending } = useQuery(trpc.enrolment.status.queryOptions())
  const ready = enrolment && faceStateOf(enrolment) === 'ready'
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  return (
    <div className="grid gap-5">
      <div className="flex items-start gap-3.5">
        <CircleCheck aria-hidden="true" className="mt-0.5 size-8 shrink-0 text-positive" />
        <div className="min-w-0">
          <h2 ref={heading} tabIndex={-1} className="wrap-anywhere font-bold text-xl outline-none">
            You are in {name}
          </h2>
          <p className="text-muted">
            {isPending
              ? 'One moment…'
              : ready
                ? 'As soon as your teacher opens a session, you can clock in on your Today page.'
                : 'Next: will you clock in with your face, or be marked by your teacher? Both are fine, and you can change it later.'}
          </p>
        </div>
      </div>
      {isPending ? null : ready ? (
        <div className="flex flex-col gap-2.5 sm:flex-row">
          <LinkButton href="/study" size="lg">
            Go to Today
          </LinkButton>
          <Button size="lg" variant="ghost" onClick={onAnother}>
            Join another class
          </Button>
        </div>
      ) : (
        <div className="grid gap-2.5 sm:grid-cols-2">
          <LinkButton href="/study/face" size="lg" variant="secondary">
            Set up my face
          </LinkButton>
          <LinkButton href="/study?face=without" size="lg" variant="secondary">
            Go without my face
          </LinkButton>
        </div>
      )}
    </div>
  )
}
