import { Clock, Eye, type LucideIcon, ScanFace, Target, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MAX_PHOTOS, MIN_PHOTOS } from '@/domain/enrolment'
import { NoticeDetails } from './notice-details'

export interface NoticeFacts {
  /** How many days a snapshot is kept. */
  evidenceDays: number
  /** Whether this installation keeps the photos, or their templates only. */
  photosKept: boolean
}

/**
 * What people are told before they may agree. Its words stand in the catalogues under `enrolment.notice` and
 * `enrolment.details`, and say the same in every language: raise NOTICE_VERSION when their meaning changes, so that
 * everybody is asked again.
 */
export function EnrolmentNotice({ evidenceDays, photosKept }: NoticeFacts) {
  const t = useTranslations('enrolment')
  const kept = photosKept ? 'photos' : 'templates'
  return (
    <div className="grid gap-5">
      <p className="max-w-text">{t.rich('notice.intro', { b: (words) => <strong>{words}</strong> })}</p>
      <ul className="grid gap-4">
        <Point icon={ScanFace} title={t('notice.stored.title')}>
          {t(`notice.stored.${kept}`, { min: MIN_PHOTOS, max: MAX_PHOTOS })}
        </Point>
        <Point icon={Target} title={t('notice.purpose.title')}>
          {t('notice.purpose.text')}
        </Point>
        <Point icon={Clock} title={t('notice.duration.title')}>
          {t(`notice.duration.${kept}`, { days: evidenceDays })}
        </Point>
        <Point icon={Eye} title={t('notice.viewers.title')}>
          {t(`notice.viewers.${kept}`)}
        </Point>
        <Point icon={Undo2} title={t('notice.change.title')}>
          {t('notice.change.text')}
        </Point>
      </ul>
      <NoticeDetails />
    </div>
  )
}

function Point({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-3.5">
      <span
        aria-hidden="true"
        className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink"
      >
        <Icon className="size-5" />
      </span>
      <div className="min-w-0 max-w-text">
        <h3 className="font-semibold">{title}</h3>
        <p className="text-muted">{children}</p>
      </div>
    </li>
  )
}
