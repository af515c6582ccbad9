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
