'use client'

/** Why there is no picture from a camera. */
export type CameraFailure =
  /** The person, the browser's settings or the system said no. */
  | 'denied'
  /** There is no camera. */
  | 'missing'
  /** Another program holds it. */
  | 'in_use'
  /** Browsers open cameras on https and localhost only. */
  | 'insecure'
  /** This browser cannot. */
  | 'unsupported'
  /** It was there and has gone: unplugged, or switched off. */
  | 'lost'

export class CameraError extends Error {
  readonly failure: CameraFailure

  constructor(failure: CameraFailure, cause?: unknown) {
    super(failure, { cause })
    this.name = 'CameraError'
    this.failure = failure
  }
}

export interface CameraChoice {
  deviceId: string
  /** As the browser calls it; empty where it gives no name. */
  label: string
}

/**
 * Opens a camera, the one facing the person where none is chosen; sound is never asked for. Throws CameraError.
 * A chosen camera that has gone is replaced by any other.
 */
export async function openCamera(deviceId: string | null): Promise<MediaStream> {
  requireCameras()
  const size = { width: { ideal: 1280 }, height: { ideal: 960 }, frameRate: { ideal: 30 } }
  try {
    if (deviceId) {
      try {
        return await open({ ...size, deviceId: { exact: deviceId } })
      } catch (cause) {
        if (failureOf(cause) !== 'missing') throw cause
      }
    }
    return await open({ ...size, facingMode: 'user' })
  } catch (cause) {
    throw new CameraError(failureOf(cause), cause)
  }
}

/** Opens a camera that faces the room, as sharp as it can: faces in the last row are small. Throws CameraError. */
export async function openRoomCamera(): Promise<MediaStream> {
  requireCameras()
  try {
    return await open({ width: { ideal: 3840 }, height: { ideal: 2160 }, facingMode: 'environment' })
  } catch (cause) {
    throw new CameraError(failureOf(cause), cause)
  }
}

function requireCameras() {
  if (!window.isSecureContext) throw new CameraError('insecure')
  if (!navigator.mediaDevices?.getUserMedia) throw new CameraError('unsupported')
}

const open = (video: MediaTrackConstraints) => navigator.mediaDevices.getUserMedia({ video, audio: false })

/** The names browsers give their refusals, present and past (Media Capture and Streams, getUserMedia). */
function failureOf(cause: unknown): CameraFailure {
  switch (cause instanceof Error ? cause.name : '') {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'in_use'
    default:
      return 'unsupported'
  }
}

/** The cameras of this device; their labels are known only after one was opened. */
export async function cameraChoices(): Promise<CameraChoice[]> {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices()
    return devices
      .filter((device) => device.kind === 'videoinput' && device.deviceId)
      .map(({ deviceId, label }) => ({ deviceId, label }))
  } catch {
    return []
  }
}

export function stopStream(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
