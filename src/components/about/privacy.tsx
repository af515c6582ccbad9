import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { MAX_PHOTOS, MIN_PHOTOS } from '@/domain/enrolment'
import { AboutPage, Passage } from './about-page'

export type AboutInstallation = ApiOutput['about']['installation']

const kinds = [
  'account',
  'attendance',
  'notes',
  'hours',
  'pay',
  'photos',
  'templates',
  'snapshots',
  'room',
  'checks',
  'changes',
] as const
const rights = ['choose', 'withdraw', 'delete', 'see', 'copy', 'correct', 'backups', 'complain'] as const

/** What is stored about a person. It says what the enrolment notice says, and what concerns everybody. */
export function Privacy({ operator, evidenceDays, photosKept }: AboutInstallation) {
  const t = useTranslations('about')
  const facts = { least: MIN_PHOTOS, most: MAX_PHOTOS, days: evidenceDays }
  const kept = kinds.filter((kind) => kind !== 'photos' || photosKept)
  return (
    <AboutPage title={t('privacy.title')} intro={t('privacy.intro')}>
      <Passage title={t('privacy.who.title')}>
        <p className="wrap-anywhere">
          {operator.name ? t('privacy.who.named', { name: operator.name }) : t('privacy.who.unnamed')}
        </p>
        <p>
          <Link href="/contact" className="font-semibold text-accent-ink underline">
            {t('privacy.who.ask')}
          </Link>
        </p>
      </Passage>
      <Passage title={t('privacy.where.title')}>
        <p>{t('privacy.where.text')}</p>
      </Passage>
      <Passage title={t('privacy.stored.title')}>
        <ul className="grid grid-cols-1 gap-4">
          {kept.map((kind) => (
            <li key={kind}>
              <Card>
                <h3 className="font-bold text-lg">{t(`privacy.${kind}.title`)}</h3>
                <p>{t(`privacy.${kind}.what`, facts)}</p>
                <dl className="mt-3 grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
                  <div>
                    <dt className="font-semibold">{t('privacy.stored.long')}</dt>
                    <dd className="text-muted">{t(`privacy.${kind}.long`, facts)}</dd>
                  </div>
                  <div>
                    <dt className="font-semibold">{t('privacy.stored.seen')}</dt>
                    <dd className="text-muted">{t(`privacy.${kind}.seen`)}</dd>
                  </div>
                </dl>
              </Card>
            </li>
          ))}
        </ul>
      </Passage>
      <Passage title={t('privacy.what.title')}>
        <p>{t('privacy.what.for')}</p>
        <p>{t('privacy.what.not')}</p>
      </Passage>
      <Passage title={t('privacy.rights.title')}>
        <ul className="grid grid-cols-1 list-disc gap-2 ps-6 marker:text-muted">
          {rights.map((right) => (
            <li key={right}>{t(`privacy.rights.${right}`)}</li>
          ))}
        </ul>
      </Passage>
      <Passage title={t('privacy.cookies.title')}>
        <p>{t('privacy.cookies.text')}</p>
      </Passage>
      <Passage title={t('privacy.limits.title')}>
        <p>{t('privacy.limits.text')}</p>
      </Passage>
    </AboutPage>
  )
}
