import { useTranslations } from 'next-intl'
import type { DeviceNames } from '@/domain/device'

/** What a person knows a browser by: "Firefox on Android". */
export function useDeviceName({ browser, system }: DeviceNames): string {
  const t = useTranslations('account')
  if (browser && system) return t('devices.browserOn', { browser, system })
  if (system) return t('devices.someOn', { system })
  return browser ?? t('devices.some')
}
