import { FolderDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonStyles } from '@/components/ui/button-styles'
import { Card, CardHeader } from '@/components/ui/card'

/** Everything that is held about whoever reads it, as a download. */
export function OwnDataCard() {
  const t = useTranslations('records')
  return (
    <Card>
      <CardHeader title={t('own.title')} description={t('own.hint')} />
      <a href="/api/account/data" download className={buttonStyles('secondary', 'md')}>
        <FolderDown aria-hidden="true" />
        {t('own.download')}
      </a>
    </Card>
  )
}
