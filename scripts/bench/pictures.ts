import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { portrait, type Sitter } from '../../test/support/sample-portraits'

export interface BenchPicture {
  name: string
  jpeg: Buffer
}

const SITTERS: Sitter[] = ['anna', 'annaAgain', 'berta', 'clara', 'dora']
const LFW_PICTURES = 10

/** Selfies of 640 by 480 with one face each, from the photos that come with face-api and, where it is there, FACES_DIR. */
export async function benchPictures(): Promise<BenchPicture[]> {
  const pictures: BenchPicture[] = []
  for (const sitter of SITTERS) {
    for (const share of [0.35, 0.5]) {
      pictures.push({ name: `${sitter} ${share}`, jpeg: await portrait(sitter, { share }) })
    }
  }
  const faces = process.env.FACES_DIR
  return faces ? [...pictures, ...(await fromLfw(join(faces, 'lfw')))] : pictures
}

async function fromLfw(folder: string): Promise<BenchPicture[]> {
  const people = (await readdir(folder)).sort().slice(0, LFW_PICTURES)
  return Promise.all(
    people.map(async (name) => ({
      name,
      jpeg: await sharp(join(folder, name, `${name}_0001.jpg`))
        .resize(640, 480, { fit: 'contain', background: '#8b8f96' })
        .jpeg({ quality: 90 })
        .toBuffer(),
    })),
  )
}
