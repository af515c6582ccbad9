import { useTranslations } from 'next-intl'
import { EmailAddress } from '@/components/ui/email-address'
import { AboutPage, Passage } from './about-page'
import type { AboutInstallation } from './privacy'

/** Who runs this installation, and whom to ask about what. */
export function Contact({ operator: { name, email } }: Pick<AboutInstallation, 'operator'>) {
  const t = useTranslations('about')
  return (
    <AboutPage title={t('contact.title')} intro={t('contact.intro')}>
      <Passage title={t('contact.operator.title')}>
        {name && (
          <p className="wrap-anywhere font-semibold text-lg">{t('contact.operator.named', { name })}</p>
        )}
        {email ? (
          <>
            {!name && <p>{t('contact.operator.addressOnly')}</p>}
            <p className="wrap-anywhere">
              {t.rich('contact.operator.write', {
                address: email,
                mail: () => (
                  <a href={`mailto:${email}`} className="font-semibold text-accent-ink underline">
                    <EmailAddress>{email}</EmailAddress>
                  </a>
                ),
              })}
            </p>
          </>
        ) : (
          <p>{name ? t('contact.operator.nameOnly') : t('contact.operator.unnamed')}</p>
        )}
      </Passage>
      <Passage title={t('contact.whom.title')}>
        <dl className="grid gap-4">
          {(['record', 'class', 'account', 'data'] as const).map((need) => (
            <div key={need}>
              <dt className="font-semibold">{t(`contact.whom.${need}.title`)}</dt>
              <dd className="text-muted">{t(`contact.whom.${need}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Passage>
    </AboutPage>
  )
}
