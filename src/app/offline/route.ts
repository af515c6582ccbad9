import { getTranslations } from 'next-intl/server'
import { offlinePage } from '@/components/offline/offline-page'
import { directionOf } from '@/domain/locale'
import { reader, scriptNonce } from '@/server/api/reader'

export const dynamic = 'force-dynamic'

/** What browsers keep for when there is no network: whole in itself, and of nobody. */
export async function GET() {
  const [t, { locale }, nonce] = await Promise.all([getTranslations('offline'), reader(), scriptNonce()])
  const html = offlinePage({
    language: locale.format,
    direction: directionOf(locale),
    nonce: nonce ?? '',
    words: { title: t('page.title'), text: t('page.text'), again: t('page.again') },
  })
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}
