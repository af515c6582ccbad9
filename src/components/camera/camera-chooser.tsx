'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import type { Camera } from './use-camera'

interface CameraChooserProps {
  camera: Pick<Camera, 'choices' | 'deviceId' | 'skipped' | 'choose'>
}

/** Which camera, where there are several, and why it is another than was wanted. */
export function CameraChooser({ camera: { choices, deviceId, skipped, choose } }: CameraChooserProps) {
  const t = useTranslations('camera')
  if (choices.length < 2) return null
  return (
    <div className="grid w-full max-w-80 gap-1.5">
      <Select
        aria-label={t('chooser')}
        value={deviceId ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        {/* While none is in use each of them can be chosen, the first one too. */}
        {!deviceId && (
          <option value="" disabled>
            {t('choose')}
          </option>
        )}
        {choices.map((choice, index) => (
          <option key={choice.deviceId} value={choice.deviceId}>
            {choice.label || t('numbered', { number: index + 1 })}
          </option>
        ))}
      </Select>
      <p role="status" className="text-center text-muted text-sm empty:hidden">
        {skipped && deviceId ? t('skipped', { name: skipped }) : null}
      </p>
    </div>
  )
}
