import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const demo = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
)

/** Group photos that come with face-api: Anna and Dora among others, and Berta and Clara among others. */
const files = { annaAndDora: 'sample3.jpg', bertaAndClara: 'sample5.jpg' } as const
export type GroupPhotoName = keyof typeof files

export const groupPhotoFile = (name: GroupPhotoName) => join(demo, files[name])
