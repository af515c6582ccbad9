import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { type ChallengeStep, challengeSteps } from '@/domain/face/challenge-steps'

const WIDTH = 640
const HEIGHT = 480
/** Height of a picture in the scene; the face takes about half of it. */
const TALL = 300
/** The face then lies where a camera's oval is. */
const TOP = 56
const WIDE = Math.round((TALL * 92) / 112)

/** People of the AT&T database who hold their head in every way a challenge asks for, by the numbers of their pictures. */
export const turners = {
  s1: { still: 1, TURN_LEFT: 2, TURN_RIGHT: 4, LOOK_UP: 7 },
  s10: { still: 5, TURN_LEFT: 4, TURN_RIGHT: 9, LOOK_UP: 10 },
} as const

export type Turner = keyof typeof turners

export const isTurner = (who: string): who is Turner => Object.hasOwn(turners, who)

/**
 * A person of FACES_DIR/turns before a camera, as a JPEG of 640 by 480. Those are grey scans that end at the head, which
 * presentation-attack detection takes for what they are: pictures of pictures. Here they lie in a blurred room without
 * an edge, in the colour of skin.
 */
export async function turnedScene(picture: string, nearer = 1): Promise<Buffer> {
  const grey = await sharp(picture).toColourspace('srgb').png().toBuffer()
  const mask = Buffer.from(`<svg width="${WIDE}" height="${TALL}" xmlns="http://www.w3.org/2000/svg">
    <filter id="soft" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="15"/></filter>
    <rect filter="url(#soft)" x="${WIDE * 0.1}" y="${TALL * 0.1}" width="${WIDE * 0.8}" height="${TALL}" rx="60" fill="#fff"/>
  </svg>`)
  const person = await sharp(grey)
    .resize(WIDE, TALL, { fit: 'fill' })
    .ensureAlpha()
    .composite([{ input: await sharp(mask).png().toBuffer(), blend: 'dest-in' }])
    .png()
    .toBuffer()
  const room = await sharp(grey).resize(WIDTH, HEIGHT, { fit: 'fill' }).blur(40).png().toBuffer()
  const scene = await sharp(room)
    .composite([{ input: person, left: Math.round((WIDTH - WIDE) / 2), top: TOP }])
    .removeAlpha()
    .png()
    .toBuffer()
  const [width, height] = [Math.round(WIDTH / nearer), Math.round(HEIGHT / nearer)]
  return sharp(scene)
    .extract({
      left: Math.round((WIDTH - width) / 2),
      top: Math.round((HEIGHT - height) / 2),
      width,
      height,
    })
    .resize(WIDTH, HEIGHT)
    .linear([1.12, 1, 0.88], [6, 0, -4])
    .jpeg({ quality: 95 })
    .toBuffer()
}

const STILL = 60
const POSE = 40
const folderOfScenes = join(tmpdir(), 'clockface-turners')

/** What a camera shows of a turner who does in turn whatever a challenge may ask for; 30 are shown in a second. */
export async function turnerPictures(folder: string, who: Turner): Promise<string[]> {
  await mkdir(folderOfScenes, { recursive: true })
  const scenes = await turnerFrames(folder, who)
  const path = (name: string) => join(folderOfScenes, `${process.pid}-${who}-${name}.jpg`)
  for (const [name, scene] of Object.entries(scenes)) await writeFile(path(name), scene)
  return challengeSteps.flatMap((step) => [
    ...Array<string>(STILL).fill(path('still')),
    ...Array<string>(POSE).fill(path(step)),
  ])
}

/** The frames of a turner for each step, and facing the camera. */
export async function turnerFrames(
  folder: string,
  who: Turner,
): Promise<Record<ChallengeStep | 'still', Buffer>> {
  const numbers = turners[who]
  const scene = (number: number, nearer?: number) =>
    turnedScene(join(folder, 'turns', who, `${number}.jpg`), nearer)
  return {
    still: await scene(numbers.still),
    TURN_LEFT: await scene(numbers.TURN_LEFT),
    TURN_RIGHT: await scene(numbers.TURN_RIGHT),
    LOOK_UP: await scene(numbers.LOOK_UP),
    COME_CLOSER: await scene(numbers.still, 1.35),
  }
}
