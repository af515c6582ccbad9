'use client'

/** Why there is no picture from a camera. */
export type CameraFailure =
  /** The person, the browser's settings or the system said no. */
  | 'denied'
  /** There is no camera. */
  | 'missing'
  /** Another program holds it, or it is broken. */
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

/** Which camera somebody wants. */
export interface CameraWish {
  /** Tried before any other. */
  preferred: string | null
  /** Cameras that gave no picture before: only where no other does. */
  avoided: ReadonlySet<string>
  /** The room is wanted as sharp as it can be, for faces in the last row are small; else the person before it. */
  room: boolean
  /** Nobody waits any longer: no other is tried. */
  signal: AbortSignal
  /** Told which one is tried, ANY_CAMERA included, for a browser may never answer. */
  onTry(deviceId: string): void
}

/** In place of a camera's id: the one that the browser takes where none is named. */
export const ANY_CAMERA = ''

const PERSON = { width: { ideal: 1280 }, height: { ideal: 960 }, frameRate: { ideal: 30 } }
const ROOM = { width: { ideal: 3840 }, height: { ideal: 2160 } }

/**
 * Opens the first camera that lets itself be opened: the preferred one, the one that faces who is wanted, then each other
 * one. Sound is never asked for. Throws CameraError: where the person said no, at once.
 */
export async function openCamera(wish: CameraWish): Promise<MediaStream> {
  requireCameras()
  const { preferred, avoided, room, signal } = wish
  const size = room ? ROOM : PERSON
  const causes: unknown[] = []
  const tried = new Set<string>()
  const attempt = async (id: string, which: MediaTrackConstraints) => {
    tried.add(id)
    wish.onTry(id)
    try {
      return await open({ ...size, ...which })
    } catch (cause) {
      const failure = failureOf(cause)
      if (failure === 'denied' || signal.aborted) throw new CameraError(failure, cause)
      causes.push(cause)
      return null
    }
  }
  const byId = (id: string) => attempt(id, { deviceId: { exact: id } })
  const facing = () => attempt(ANY_CAMERA, { facingMode: room ? 'environment' : 'user' })
  const first = (preferred && (await byId(preferred))) || (avoided.size === 0 && (await facing()))
  if (first) return first
  const others = (await cameraChoices()).map(({ deviceId }) => deviceId)
  // What a browser takes by itself is the first of its list as a rule: if that gave nothing, it comes last.
  if (avoided.has(ANY_CAMERA)) others.push(...others.splice(0, 1))
  const unlike = (id: string) => !avoided.has(id)
  for (const id of [...others.filter(unlike), ANY_CAMERA, ...others]) {
    if (tried.has(id)) continue
    const stream = await (id === ANY_CAMERA ? facing() : byId(id))
    if (stream) return stream
  }
  // That one is gone says less than that another is in use.
  const cause = causes.find((each) => failureOf(each) !== 'missing') ?? causes[0]
  throw new CameraError(failureOf(cause), cause)
}

/** Which camera a stream comes from, where the browser says so. */
export const cameraOf = (stream: MediaStream | null): string | null =>
  stream?.getVideoTracks()[0]?.getSettings().deviceId ?? null

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
