/** People in the gallery, and within how many milliseconds the kiosk answers them on 2 cores. */
export const GALLERY = 300
export const KIOSK_MS = 700

export interface KioskRounds {
  recogniser: string
  workers: number
  /** Milliseconds from the good frames to the greeting: everything but the network. The first opens all templates. */
  firstMs: number
  stepUpMs: number[]
  /** Processor time of the same, all threads of the app together, without PostgreSQL: other programs hardly touch it. */
  stepUpCpuMs: number[]
  /** Of these: asking who may be recognised, with the vectors in memory, and with none. */
  galleryMs: number[]
  coldGalleryMs: number[]
  /** Bare runs of all models for the same three frames, one after another on one core. */
  bareMs: number[]
  residentBytes: number
}
