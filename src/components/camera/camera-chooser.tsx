'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import type { CameraChoice } from './camera-access'

interface CameraChooserProps {
  choices: CameraChoice[]
  deviceId: string | null
  onChoose(deviceId: string): void
}

/** Which camera, where there are several. */
export function CameraChooser({ choices, deviceId, onChoose }: CameraChooserProps) {
  const t = useTranslations('camera')
  if (choices.length < 2) return null
  return (
    <Select
      aria-label={t('chooser')}
      className="w-full max-w-80"
      value={deviceId ?? ''}
      onChange={(event) => onChoose(event.target.value)}
    >
      {choices.map((choice, index) => (
        <option key={choice.deviceId} value={choice.deviceId}>
          {choice.label || t('numbered', { number: index + 1 })}
        </option>
      ))}
    </Select>
  )
}
