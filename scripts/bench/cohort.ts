import type { CohortRounds } from './cohort-process'
import { machine } from './machine'
import { median, quantile } from './statistics'

/** Milliseconds that one check may cost in the largest cohort. */
export const COHORT_MS = 2

const ms = (value: number) => (value < 0.1 ? value.toFixed(3) : value.toFixed(2))

/** The page for docs/benchmarks. */
export function cohortPage(all: CohortRounds[], setting: { day: string; load: number }): string {
  return [
    '# A score against the site’s own people',
    '',
    `Measured by \`npm run bench -- cohort\` on ${setting.day}: ${machine()}; load of other programs before the run ${setting.load.toFixed(1)}.`,
    'One check: the product of a picture’s vector (256 numbers) with everybody’s template, who is nearest, and both shares; on one core, everything in turn in one run.',
    '',
    '| people | one check, median ms | p95 ms | the products alone | going through the templates once | check : products | the first check of a person |',
    '|---|---|---|---|---|---|---|',
    ...all.map(
      ({ people, readyMs, firstMs, productMs, readingMs }) =>
        `| ${people.toLocaleString('en-GB')} | ${ms(median(readyMs))} | ${ms(quantile(readyMs, 0.95))} | ${ms(median(productMs))} | ${ms(median(readingMs))} | ${(median(readyMs) / median(productMs)).toFixed(2)} | ${ms(median(firstMs))} |`,
    ),
    '',
    `With 10,000 people a check may cost at most ${COHORT_MS} ms. The first check of a person also works out who is nearest to their template, which is kept from then on.`,
    '',
  ].join('\n')
}
