import { type DoorRounds, FRAMES_A_SECOND, PEOPLE_A_MINUTE, WRONG } from './door-limits'
import { machine } from './machine'
import { median, quantile } from './statistics'

const ms = (value: number) => value.toFixed(1)

export interface DoorFigures {
  peopleAMinute: number
  wrong: number
  unknown: number
  p95Ms: number
}

export function doorFigures({ named, seconds, wrong, unknown, frameMs }: DoorRounds): DoorFigures {
  return {
    peopleAMinute: Math.round((named * 600) / seconds) / 10,
    wrong: wrong.length,
    unknown: unknown.length,
    p95Ms: Math.round(quantile(frameMs, 0.95) * 10) / 10,
  }
}

/** Whether the door kept up and named nobody wrongly. */
export function doorKeepsUp({ peopleAMinute, wrong }: DoorFigures): boolean {
  return peopleAMinute >= PEOPLE_A_MINUTE && wrong <= WRONG
}

/** The page for docs/benchmarks. */
export function doorPage(results: DoorRounds, setting: { day: string; load: number }): string {
  const { enrolled, strangers, others, frameMs, cpuMs, bareMs, faces, namedAfterMs } = results
  const figures = doorFigures(results)
  const times = frameMs.map((value, i) => value / (bareMs[i] ?? value))
  const read = faces.reduce((sum, count) => sum + count, 0)
  const row = (title: string, values: number[]) =>
    `| ${title} | ${ms(median(values))} | ${ms(quantile(values, 0.95))} |`
  return [
    '# A kiosk that people walk past',
    '',
    `Measured by \`npm run bench -- door\` on ${setting.day}: ${machine()}; load of other programs before the run ${setting.load.toFixed(1)}.`,
    `A class of ${enrolled} (LFW, three photos each) on a PostgreSQL of its own walks past in ${results.seconds} seconds, one to three at a time, and ${strangers} strangers among them, whom somebody sorted as resembling each other. Everybody is shown by a picture that is not enrolled, drawn into a wall of 960×540, moving, coming nearer and in changing light; at most ${FRAMES_A_SECOND} frames a second, one at a time. Recogniser ${results.recogniser}, ${results.workers} workers.`,
    ...(others > 0
      ? [
          `The site has ${others} invented people besides, outside the class, because one of ${enrolled} people alone may not name anybody by itself yet (docs/recognition.md).`,
        ]
      : []),
    '',
    '| | | asked for |',
    '|---|---|---|',
    `| people named and clocked in, in a minute | ${figures.peopleAMinute} of ${enrolled} | at least ${PEOPLE_A_MINUTE} |`,
    `| wrong names, of people of the class and of strangers | ${figures.wrong} | ${WRONG} |`,
    `| people of the class who were not named | ${figures.unknown} | |`,
    '',
    '| | median | p95 |',
    '|---|---|---|',
    row('from sending a frame to the answer, ms', frameMs),
    row('the same, processor time of all threads of the app, ms', cpuMs),
    row('bare model runs for the faces of the frame, one after another on one core, ms', bareMs),
    `| a frame against the bare runs, times | ${median(times).toFixed(2)} | ${quantile(times, 0.95).toFixed(2)} |`,
    row('from the first frame of a person to their name, ms', namedAfterMs),
    '',
    `${frameMs.length} frames were sent, with ${read} faces. By bare model runs alone one core could read ${((60_000 * read) / bareMs.reduce((sum, value) => sum + value, 0)).toFixed(0)} faces in a minute; two frames or more name a person.`,
    'The network and the camera are not in it: each frame is handed to the procedure that the kiosk calls. A picture of LFW that moves is no camera: in its favour that it stays sharp, against it that it shows another year than the photos.',
    '',
  ].join('\n')
}
