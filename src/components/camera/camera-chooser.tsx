'use client'
import { Select } from '@/components/ui/select'
import type { CameraChoice } from './camera-access'

interface CameraChooserProps {
  choices: CameraChoice[]
  deviceId: string | null
  onChoose(deviceId: string): void
}

/** Which camera, where there are several. */
export function CameraChooser({ choices, deviceId, onChoose }: CameraChooserProps) {
  if (choices.length < 2) return null
  return (
    <Select
      aria-label="Camera"
      className="w-full max-w-80"
      value={deviceId ?? ''}
      onChange={(event) => onChoose(event.target.value)}
    >
      {choices.map((choice) => (
        <option key={choice.deviceId} value={choice.deviceId}>
          {choice.label}
        </option>
      ))}
    </Select>
  )
}
