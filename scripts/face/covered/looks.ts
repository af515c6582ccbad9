import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import sharp from 'sharp'
import { bandsOf } from '../../../src/domain/face/covered'
import type { Box } from '../../../src/domain/face/geometry'
import { mostCentral } from '../../../src/domain/face/main-face'
import { faceProblem } from '../../../src/domain/face/quality'
import { Pyramid } from '../../../src/domain/face/resample'
import { decodePicture, GROUP_PIXELS } from '../../../src/server/face/decode'
import { findFaces } from '../../../src/server/face/find'
import { findGroup } from '../../../src/server/face/find-group'
import { measureFace } from '../../../src/server/face/measure-face'
import { openModel } from '../../../src/server/face/onnx-model'
import { GROUP_SIDE, SMALLEST_EYES } from '../../../src/server/face/read-group'
import { type Dice, dice } from './canvas'
import { aged, coverings, type Drawing, drawOver, varied } from './draw'
import type { Example } from './logistic'

/** One look at a picture, as it is or with something drawn over it. */
export interface Seen extends Example {
  person: string
  /** Null: nothing was drawn or varied. */
  drawn: Drawing | 'nothing' | null
  folder: string
  /** Whether the rest of the gate lets it pass. */
  passes: boolean
}

interface Portrait {
  folder: string
  person: string
  picture: Buffer
}

/** The picture in which 29 people of 1927 sit close together, most with a moustache: soft, grey and uncovered. */
const OLD_GROUP = 'hard/solvay1927.jpg'
/** Side of what is cut out around each of them, in faces: more would show a neighbour. */
const CUT = 2

const faces = process.env.FACES_DIR ?? ''
const modelsDir = process.env.MODELS_DIR || '.models'
const models = {
  detector: await openModel('blazeface', modelsDir),
  facemesh: await openModel('facemesh', modelsDir),
}

async function pyramidOf(bytes: Buffer, side: number): Promise<Pyramid> {
  const options = { maxPixels: GROUP_PIXELS, side, inTurn: undefined }
  return new Pyramid((await decodePicture(new Uint8Array(bytes), options)).pixels)
}

async function look(bytes: Buffer) {
  const pyramid = await pyramidOf(bytes, 1024)
  return { pyramid, face: mostCentral(await findFaces(models, pyramid), pyramid.picture) }
}

async function portraitsIn(folder: string): Promise<Portrait[]> {
  const entries = await readdir(join(faces, folder), { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(({ name }) => /\.(jpe?g|png)$/i.test(name) && !/^(bbt|test_)/.test(name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Promise.all(
    paths.map(async (path) => ({
      folder,
      person: basename(folder === 'masked' ? path : dirname(path)),
      picture: await readFile(path),
    })),
  )
}

/** Everybody of the old group photo, each cut out. */
async function portraitsOfGroup(): Promise<Portrait[]> {
  const picture = await readFile(join(faces, OLD_GROUP))
  const pyramid = await pyramidOf(picture, GROUP_SIDE)
  const found = await findGroup(models, pyramid, SMALLEST_EYES)
  return Promise.all(
    found.map(async ({ box }, i) => ({
      folder: 'solvay1927',
      person: `solvay${i}`,
      picture: await sharp(picture).extract(around(box, pyramid.picture)).png().toBuffer(),
    })),
  )
}

function around({ x, y, width, height }: Box, picture: { width: number; height: number }) {
  const half = (CUT * Math.max(width, height)) / 2
  const left = Math.max(0, Math.round(x + width / 2 - half))
  const top = Math.max(0, Math.round(y + height / 2 - half))
  return {
    left,
    top,
    width: Math.min(picture.width - left, Math.round(2 * half)),
    height: Math.min(picture.height - top, Math.round(2 * half)),
  }
}

/** What the landmark model sees in a picture as it is, and varied and drawn over in many ways. */
async function seenIn({ folder, person, picture }: Portrait, roll: Dice, texture: Buffer): Promise<Seen[]> {
  const all: Seen[] = []
  const add = async (bytes: Buffer, positive: boolean, drawn: Seen['drawn']) => {
    const { pyramid, face } = await look(bytes)
    if (!face) return
    const { covered: _, ...quality } = measureFace(pyramid, face)
    const problem = faceProblem(quality)
    const passes = problem === null || problem === 'face.no_person'
    all.push({ features: bandsOf(face.features), positive, person, drawn, folder, passes })
  }
  await add(picture, folder === 'masked', null)
  if (folder === 'masked') return all
  const plain = await sharp(picture).toColourspace('srgb').png().toBuffer()
  const { face } = await look(plain)
  if (!face) return all
  const draw = (what: Drawing) => drawOver(plain, face.mesh, what, { roll, texture })
  for (const kind of ['nothing', 'nothing', 'glasses', 'chin', 'beard'] as const)
    await add(await varied(kind === 'nothing' ? plain : await draw(kind), roll), false, kind)
  await add(await aged(await draw('beard'), roll), false, 'beard')
  for (const kind of [...coverings, 'cloth'] as const) {
    const covered = await draw(kind)
    await add(roll.chance(0.6) ? await varied(covered, roll) : covered, true, kind)
  }
  const old = roll.pick(coverings)
  await add(await aged(await draw(old), roll), true, old)
  return all
}

/** Everything that is learnt from. */
export async function seeAll(): Promise<Seen[]> {
  const folders = await Promise.all(['lfw', 'alike', 'turns', 'group', 'masked'].map(portraitsIn))
  const textures = (folders[0] ?? []).map(({ picture }) => picture)
  const all: Seen[] = []
  for (const [f, portraits] of [...folders, await portraitsOfGroup()].entries()) {
    for (const [i, portrait] of portraits.entries()) {
      const seed = f * 10_000 + i
      const texture = textures[(seed * 7919) % textures.length] ?? portrait.picture
      all.push(...(await seenIn(portrait, dice(seed), texture)))
    }
    process.stderr.write(`${portraits[0]?.folder}: ${all.length} looks\n`)
  }
  return all
}
