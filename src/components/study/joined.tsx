'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { faceStateOf } from '@/components/enrolment/face-state'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'

/** The person is in; what comes next depends on whether their face is set up. */
export function Joined({ name, onAnother }: { name: string; onAnother: () => void }) {
  const t = useTranslations('study')
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
            {t('joined.title', { name })}
          </h2>
          <p className="text-muted">
            {isPending ? t('joined.loading') : ready ? t('joined.ready') : t('joined.choose')}
          </p>
        </div>
      </div>
      {isPending ? null : ready ? (
        <div className="flex flex-col gap-2.5 sm:flex-row">
          <LinkButton href="/study" size="lg">
            {t('toToday')}
          </LinkButton>
          <Button size="lg" variant="ghost" onClick={onAnother}>
            {t('joined.another')}
          </Button>
        </div>
      ) : (
        <div className="grid gap-2.5 sm:grid-cols-2">
          <LinkButton href="/study/face" size="lg" variant="secondary">
            {t('joined.setUp')}
          </LinkButton>
          <LinkButton href="/study?face=without" size="lg" variant="secondary">
            {t('joined.without')}
          </LinkButton>
        </div>
      )}
    </div>
  )
}
