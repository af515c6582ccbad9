import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { AboutPage, Passage } from './about-page'

/** What somebody does first here, and what to do when something does not work. */
export function Help() {
  const t = useTranslations('about')
  const layout = useTranslations('layout')
  const code = (words: ReactNode) => (
    <code className="wrap-anywhere inline-block max-w-full font-semibold">{words}</code>
  )
  return (
    <AboutPage title={t('help.title')} intro={t('help.intro')}>
      <Passage title={t('help.student.title')} id="students">
        <Steps>
          {(['join', 'face', 'clockIn', 'record'] as const).map((step) => (
            <li key={step}>{t(`help.student.${step}`)}</li>
          ))}
        </Steps>
      </Passage>
      <Passage title={t('help.teacher.title')} id="teachers">
        <Steps>
          {(['create', 'open', 'mark', 'end'] as const).map((step) => (
            <li key={step}>{t(`help.teacher.${step}`)}</li>
          ))}
        </Steps>
      </Passage>
      <Passage title={t('help.employee.title')} id="employees">
        <Steps>
          {(['join', 'face', 'clock', 'sign'] as const).map((step) => (
            <li key={step}>{t(`help.employee.${step}`)}</li>
          ))}
        </Steps>
      </Passage>
      <Passage title={t('help.employer.title')} id="employers">
        <Steps>
          {(['create', 'team', 'decide', 'pay'] as const).map((step) => (
            <li key={step}>{t(`help.employer.${step}`)}</li>
          ))}
        </Steps>
      </Passage>
      <Passage title={t('help.face.title')} id="face">
        <Steps>
          {(['light', 'cover', 'code', 'photos', 'alike'] as const).map((step) => (
            <li key={step}>{t(`help.face.${step}`)}</li>
          ))}
        </Steps>
      </Passage>
      <Passage title={t('help.kiosk.title')} id="kiosk">
        <Steps>
          {(['look', 'number', 'out'] as const).map((step) => (
            <li key={step}>{t(`help.kiosk.${step}`)}</li>
          ))}
        </Steps>
      </Passage>
      <Passage title={t('help.admin.title')} id="administrators">
        <Steps>
          <li>
            {t.rich('help.admin.first', { command: 'npm run admin -- roles you@example.org +ADMIN', code })}
          </li>
          <li>{t('help.admin.key')}</li>
          <li>{t('help.admin.watch')}</li>
          <li>{t.rich('help.admin.operator', { name: 'OPERATOR_NAME', email: 'CONTACT_EMAIL', code })}</li>
        </Steps>
      </Passage>
      <Passage title={t('help.more.title')}>
        <p>{t('help.more.text')}</p>
        <p>
          <Link href="/contact" className="font-semibold text-accent-ink underline">
            {layout('about.contact')}
          </Link>
        </p>
      </Passage>
    </AboutPage>
  )
}

function Steps({ children }: { children: ReactNode }) {
  return (
    <ol className="grid grid-cols-1 list-decimal gap-2 ps-6 marker:font-semibold marker:text-muted">
      {children}
    </ol>
  )
}
