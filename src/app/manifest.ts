import type { MetadataRoute } from 'next'
import { getTranslations } from 'next-intl/server'

/** What a phone needs to put Clockface on its home screen. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations('about')
  return {
    name: 'Clockface',
    short_name: 'Clockface',
    description: t('manifest.description'),
    start_url: '/',
    display: 'standalone',
    background_color: '#faf8f5',
    theme_color: '#2148b8',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
