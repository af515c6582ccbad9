import { GALLERY, KIOSK_MS, type KioskRounds } from './kiosk-limits'
import { machine } from './machine'
import { median, quantile } from './statistics'

const ms = (value: number) => value.toFixed(1)

/** The page for docs/benchmarks. */
export function kioskPage(results: KioskRounds, setting: { day: string; load: number }): string {
  const { stepUpMs, galleryMs, coldGalleryMs, bareMs, firstMs } = results
  const row = (title: string, values: number[], asked = '') =>
    `| ${title} | ${ms(median(values))} | ${ms(quantile(values, 0.95))} | ${asked} |`
  return [
    '# A kiosk at the door',
    '',
    `Measured by \`npm run bench -- kiosk\` on ${setting.day}: ${machine()}; load of other programs before the run ${setting.load.toFixed(1)}.`,
    `A class of ${GALLERY}, three templates each, on a PostgreSQL of its own; one person of it steps up ${stepUpMs.length} times with three frames of 640×480, recogniser ${results.recogniser}, ${results.workers} workers.`,
    '',
    '| | median ms | p95 ms | asked for |',
    '|---|---|---|---|',
    row(
      'from the good frames to the greeting: read, looked for, clocked in and kept',
      stepUpMs,
      `at most ${KIOSK_MS} ms`,
    ),
    row('the same, processor time of all threads of the app', results.stepUpCpuMs),
    row('of these: who may be recognised, with the vectors in memory', galleryMs),
    row('the same with all templates still to be opened', coldGalleryMs),
    row('bare model runs of the three frames, one after another on one core, in the same run', bareMs),
    '',
    `The very first person, for whom all templates were opened, waited ${ms(firstMs)} ms.`,
    'The network and the camera are not in it: the frames are handed to the procedure that the kiosk calls.',
    '',
  ].join('\n')
}
