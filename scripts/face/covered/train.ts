import { writeFile } from 'node:fs/promises'
import { qualityLimits } from '../../../src/domain/face/quality'
import { fitLogistic, type Logistic, logOddsOf } from './logistic'
import { type Seen, seeAll } from './looks'

/** How strongly the squares of the weights are held down. */
const RIDGE = 10
const FOLDS = 5
/** The gate's limit as log-odds. */
const LIMIT = Math.log(qualityLimits.covered / (1 - qualityLimits.covered))
const TARGET = 'src/domain/face/covered-weights.ts'

<<<<<<< HEAD
=======
interface Seen extends Example {
  person: string
  real: boolean
  folder: string
  /** Whether the rest of the gate lets it pass. */
  passes: boolean
}

const faces = process.env.FACES_DIR ?? ''
const modelsDir = process.env.MODELS_DIR || '.models'
const models = {
  detector: await openModel('blazeface', modelsDir),
  facemesh: await openModel('facemesh', modelsDir),
}

async function look(bytes: Buffer): Promise<{ pyramid: Pyramid; face: FoundFace | undefined }> {
  const { pixels } = await decodePicture(new Uint8Array(bytes), {
    maxPixels: SELFIE_PIXELS,
    side: 1024,
    inTurn: undefined,
  })
  const pyramid = new Pyramid(pixels)
  return { pyramid, face: (await findFaces(models, pyramid))[0] }
}

async function picturesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(faces, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter(
      (entry) => entry.isFile() && /\.(jpe?g|png)$/i.test(entry.name) && !/^(bbt|test_)/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** What the landmark model sees in a picture as it is, and varied and drawn over in many ways. */
async function seenIn(folder: string, path: string, roll: Dice, texture: Buffer): Promise<Seen[]> {
  const person = folder === 'masked' ? basename(path) : basename(dirname(path))
  const all: Seen[] = []
  const add = async (bytes: Buffer, positive: boolean, real: boolean) => {
    const { pyramid, face } = await look(bytes)
    if (!face) return
    const { covered: _, ...quality } = measureFace(pyramid, face)
    const problem = faceProblem(quality)
    const passes = problem === null || problem === 'face.no_person'
    all.push({ features: bandsOf(face.features), positive, person, real, folder, passes })
  }
  const picture = await readFile(path)
  await add(picture, folder === 'masked', true)
  if (folder === 'masked') return all
  const plain = await sharp(picture).toColourspace('srgb').png().toBuffer()
  const { face } = await look(plain)
  if (!face) return all
  const draw = (what: Parameters<typeof drawOver>[2]) => drawOver(plain, face.mesh, what, { roll, texture })
  for (const negative of [plain, plain, await draw('glasses'), await draw('chin')])
    await add(await varied(negative, roll), false, false)
  for (const covering of [...coverings, 'cloth'] as const) {
    const covered = await draw(covering)
    await add(roll.chance(0.6) ? await varied(covered, roll) : covered, true, false)
  }
  return all
}

async function seeAll(): Promise<Seen[]> {
  const folders = ['lfw', 'alike', 'turns', 'group', 'masked']
  const paths = await Promise.all(folders.map(picturesIn))
  const textures = paths[0] ?? []
  const all: Seen[] = []
  for (const [f, folder] of folders.entries()) {
    for (const [i, path] of (paths[f] ?? []).entries()) {
      const seed = f * 10_000 + i
      const texture = await readFile(textures[(seed * 7919) % textures.length] ?? path)
      all.push(...(await seenIn(folder, path, dice(seed), texture)))
    }
    process.stderr.write(`${folder}: ${all.length} looks\n`)
  }
  return all
}

>>>>>>> i8-dt
/**
 * Log-odds of every picture by weights that were learnt without its person, and without any real covered face:
 * the drawn ones stand for those.
 */
function heldOut(all: readonly Seen[]): { seen: Seen; logOdds: number }[] {
  const people = [...new Set(all.map(({ person }) => person))].sort()
  const foldOf = new Map(people.map((person, i) => [person, (i * 7) % FOLDS]))
  return Array.from({ length: FOLDS }, (_, fold) => {
    const learnt = fitLogistic(
      all.filter(({ person, folder }) => folder !== 'masked' && foldOf.get(person) !== fold),
      RIDGE,
    )
    return all
      .filter(({ person, passes }) => passes && foldOf.get(person) === fold)
      .map((seen) => ({ seen, logOdds: logOddsOf(learnt, seen.features) }))
  }).flat()
}

function report(scored: readonly { seen: Seen; logOdds: number }[]) {
  for (const drawing of new Set(scored.map(({ seen }) => seen.drawn))) {
    if (!drawing) continue
    const those = scored.filter(({ seen }) => seen.drawn === drawing)
    const over = those.filter(({ logOdds }) => logOdds > LIMIT).length
    process.stdout.write(`${drawing}, drawn: ${over} of ${those.length} are refused as covered\n`)
  }
  for (const folder of new Set(scored.map(({ seen }) => seen.folder))) {
    const sorted = scored
      .filter(({ seen }) => seen.drawn === null && seen.folder === folder)
      .map(({ logOdds }) => logOdds)
      .sort((a, b) => (folder === 'masked' ? a - b : b - a))
    const over = sorted.filter((value) => value > LIMIT).length
    const worst = sorted.slice(0, 6).map((value) => value.toFixed(2))
    process.stdout.write(
      `${folder}: ${over} of ${sorted.length} are refused; nearest to the other side: ${worst.join(' ')}\n`,
    )
  }
}

function fileOf({ weights, bias }: Logistic): string {
  const short = (value: number) => Number(value.toPrecision(3))
  return `// Made by scripts/face/covered/train.ts from pictures in FACES_DIR.
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: learnt, and near a constant by chance

/** Log-odds where everything else is nothing. */
export const coveredBias = ${short(bias)}

/** One for each channel and band of FaceMesh's features, three bands of a channel side by side. */
export const coveredWeights: readonly number[] = [
  ${Array.from(weights, short).join(', ')},
]
`
}

const all = await seeAll()
report(heldOut(all))
await writeFile(TARGET, fileOf(fitLogistic(all, RIDGE)))
process.exit(0)
