'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FullScreen } from '@/components/layout/full-screen'
import { FullScreenButton } from '@/components/layout/full-screen-button'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { QrCode } from '@/components/ui/qr-code'
import { JoinCode } from '../places/join-code'
import { useJoinLink } from './use-join-link'

interface CodeProjectorProps {
  initial: { schoolClass: ApiOutput['classes']['byId']; roster: ApiOutput['places']['members'] }
}

/** The code for the whole room to read, and how many have joined so far. */
export function CodeProjector({ initial }: CodeProjectorProps) {
  const t = useTranslations('classes')
  const trpc = useTRPC()
  const classId = initial.schoolClass.id
  const { data: schoolClass } = useQuery(
    trpc.classes.byId.queryOptions({ classId }, { initialData: initial.schoolClass }),
  )
  const { data: roster } = useQuery(
    trpc.places.members.queryOptions(
      { placeId: classId },
      { initialData: initial.roster, refetchInterval: 5_000 },
    ),
  )
  const link = useJoinLink(schoolClass.joinCode)
  return (
    <FullScreen
      title={schoolClass.name}
      description={t('projector.heading')}
      back={{ href: `/teach/classes/${classId}?tab=students`, label: t('projector.back') }}
      aside={
        <p className="font-semibold text-xl sm:text-2xl" aria-live="polite">
          {t('students', { count: roster.length })}
        </p>
      }
      actions={<FullScreenButton />}
    >
      <div className="grid flex-1 place-content-center justify-items-center gap-x-16 gap-y-8 text-center lg:grid-cols-[auto_auto] lg:items-center lg:text-start">
        {link && (
          <QrCode
            value={link.url}
            label={t('join.picture', { name: schoolClass.name })}
            size={640}
            className="w-[min(80vw,60dvh)]! [&_svg]:h-auto [&_svg]:w-full"
          />
        )}
        <div>
          <p className="text-[clamp(1.25rem,2.4vw,2.5rem)] text-muted">
            {t.rich('projector.how', {
              address: link?.host ?? '',
              br: () => <br />,
              host: (words) => <span className="wrap-anywhere font-semibold text-ink">{words}</span>,
            })}
          </p>
          <JoinCode
            code={schoolClass.joinCode}
            className="mt-[0.25em] text-[clamp(3.25rem,8.5vw,10rem)] leading-none"
          />
        </div>
      </div>
    </FullScreen>
  )
}
