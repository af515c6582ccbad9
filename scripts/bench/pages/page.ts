import { machine } from '../machine'
import {
  BURST,
  BURST_MS,
  COMPLETE_MS,
  JS_KB,
  LETTER_MS,
  type PageFigures,
  type PagesResult,
  PEOPLE,
  TASK_MS,
} from './limits'
import { visits } from './visits'

type Column = Exclude<keyof PageFigures, 'path'>
const columns: [Column, string][] = [
  ['htmlKb', 'page KB'],
  ['jsKb', 'JavaScript KB'],
  ['requests', 'requests'],
  ['lcp', 'largest paint ms'],
  ['interactive', 'answers ms'],
  ['longest', 'longest task ms'],
]

const row = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`

/** The page for docs/benchmarks. */
export function pagesPage(
  result: PagesResult,
  setting: { day: string; load: number; rounds: number },
): string {
  const { pages, burst, before } = result
  const earlierOf = (path: string) => before?.pages.find((page) => page.path === path)
  const heads = columns.flatMap(([, title]) => (before ? [`${title}: before`, 'now'] : [title]))
  const cells = (page: PageFigures) =>
    columns.flatMap(([column]) =>
      before ? [earlierOf(page.path)?.[column] ?? '–', page[column] ?? '–'] : [page[column] ?? '–'],
    )
  const burstRow = (title: string, of: 'complete' | 'longest' | 'letter', asked: number) =>
    row([title, ...(before ? [before.burst[of]] : []), burst[of], `at most ${asked}`])
  return [
    '# What a first visit takes',
    '',
    `Measured by \`npm run bench -- pages\` on ${setting.day}: ${machine()}; load of other programs before the run ${setting.load.toFixed(1)}.`,
    `The production build on a database of its own; a class and a workplace of ${PEOPLE}, half of them here. Each visit is by a Chromium that was`,
    `never here before, 1280×800; medians of ${setting.rounds} rounds; the server has answered each page before.`,
    ...(before
      ? [
          `*Before* is commit ${before.commit}, built from git and measured in turns with the present in the same run.`,
        ]
      : []),
    '',
    row(['', ...heads]),
    row(['---', ...heads.map(() => '---')]),
    ...pages.map((page) => row([`\`${page.path}\``, ...cells(page)])),
    '',
    'Page: the compressed bytes of the page itself, 1,024 a KB; the words that its parts say in the browser are in it.',
    `JavaScript: compressed bytes that came until nothing was on its way for 0.7 s (asked for: at most ${JS_KB}). Answers: from the`,
    'beginning of the navigation until the main control has answered a click that was made as soon as it was drawn:',
    '',
    ...visits.map(({ path, control }) => `- \`${path}\`: ${control.name}; ${control.answers}`),
    '',
    `## ${BURST} records in ${BURST_MS / 1000} s on a board of ${PEOPLE}`,
    '',
    row(['', ...(before ? ['before ms', 'now ms'] : ['ms']), 'asked for']),
    row(['---', ...(before ? ['---'] : []), '---', '---']),
    burstRow('from the server’s last answer until the board shows all of them', 'complete', COMPLETE_MS),
    burstRow('longest task meanwhile (0: none took 50 ms)', 'longest', TASK_MS),
    burstRow('slowest letter in the board’s search, from the key to the picture', 'letter', LETTER_MS),
    '',
    'The records are a teacher’s marks, which reach the board as clock-ins do; server, database and browser share the machine.',
    '',
  ].join('\n')
}
