import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FaceEngine } from '../../src/server/face/face-engine'
import { forFile, Refusal } from './run'

export interface GalleryPerson {
  id: string
  /** One vector for each picture that shows a face; unit length. */
  vectors: Float32Array[]
}

const PICTURE = /\.(jpe?g|png|webp|avif|heic|heif)$/i

/**
 * The people of `folder/Name/*.jpg` (or another picture format), by name: of each picture the largest central face. Pictures without
 * a face are named on stderr. Refuses a folder in which nobody has a face.
 */
export async function readGallery(engine: FaceEngine, folder: string): Promise<GalleryPerson[]> {
  const names = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Refusal(`${folder}: cannot be read.`)
  })
  const people: GalleryPerson[] = []
  for (const name of names.map((entry) => entry.name).sort()) {
    // What is no folder holds nobody: group photos may lie beside the folders of people.
    const files = (await readdir(join(folder, name)).catch(() => [])).filter((file) => PICTURE.test(file))
    if (!files.length) continue
    const vectors = await Promise.all(files.sort().map((file) => vectorOf(engine, join(folder, name, file))))
    people.push({ id: name, vectors: vectors.filter((vector) => vector !== null) })
  }
  if (!people.some(({ vectors }) => vectors.length)) {
    throw new Refusal(`${folder}: holds no pictures of faces as Name/picture.jpg.`)
  }
  return people
}

async function vectorOf(engine: FaceEngine, path: string): Promise<Float32Array | null> {
  const described = await forFile(path, engine.describe)
  if (!described) process.stderr.write(`no face: ${path}\n`)
  return described?.vector ?? null
}
