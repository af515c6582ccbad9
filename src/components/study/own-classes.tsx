'use client'

import { useQuery } from '@tanstack/react-query'
import { GraduationCap } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { useErrorText } from '@/components/words/error-words'
import { JoinClass } from './join-class'
import { OwnClassRow } from './own-class-row'

/** The classes a student is in, and the way into another. */
export function OwnClasses({ initial }: { initial: ApiOutput['places']['joined'] }) {
  const t = useTranslations('study')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const classes = useQuery(trpc.places.joined.queryOptions(undefined, { initialData: initial }))
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1fr_26rem]">
      <Card>
        <CardHeader title={t('join.title')} />
        <JoinClass />
      </Card>
      <section aria-labelledby="own-classes" className={classes.data.length > 0 ? '-order-1' : 'lg:-order-1'}>
        <h2 id="own-classes" className="mb-3 font-bold text-lg">
          {t('classes.mine')}
        </h2>
        {classes.isError && (
          <Notice tone="caution" className="mb-3">
            {errorText(classes.error)}
          </Notice>
        )}
        <Card padded={false}>
          {classes.data.length === 0 ? (
            <EmptyState icon={<GraduationCap />} title={t('classes.none.title')}>
              {t('classes.none.text')}
            </EmptyState>
          ) : (
            <ul className="divide-y">
              {classes.data.map((schoolClass) => (
                <OwnClassRow key={schoolClass.id} schoolClass={schoolClass} />
              ))}
            </ul>
          )}
        </Card>
      </section>
    </div>
  )
}
