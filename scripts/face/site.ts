import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { numbersFrom } from '../../prisma/random'
import { priorOf } from '../../src/domain/face/calibration-prior'
import { type Bounded, boundedRates } from '../../src/domain/face/site-intervals'
import { newTrial, type TrialPerson, trialRates, tryDecisions } from '../../src/domain/face/site-trial'
import { readVariables, wantedRates } from '../../src/server/env'
import type { FaceEngine } from '../../src/server/face/face-engine'
import { forFile, optionsFor, Refusal, type Run, rounded, withEngine } from './run'

const PICTURE = /\.(jpe?g|png)$/i
const PICTURES = 3

/**
 * How well the people of some folders would be told apart as one site, or as random sites of a given size: today's
 * cosines, the corrected scores against people who are enrolled and against those who are not, and what a site would
 * decide by the thresholds that it finds for itself.
 */
export const site: Run = (input) =>
  withEngine(optionsFor(input), async (engine) => {
    const size = whole(input.size, 'size', 2)
    const draws = whole(input.draws, 'draws') ?? 1
    const seed = whole(input.seed, 'seed') ?? 1
    if (size === undefined && draws > 1)
      throw new Refusal(
        '--draws needs --size: without it everybody is one site, which is the same every time.',
      )
    const groups = await groupsOf(input.groups)
    const found = await foundIn(input.images ?? [])
    // Said before all their pictures are read, which takes minutes.
    if (size !== undefined && size > found.length)
      throw new Refusal(
        `--size ${size}: only ${found.length} people here have ${PICTURES} pictures, so a site can have 2 to ${found.length} of them.`,
      )
    const people = await readPeople(engine, found, groups)
    const trial = newTrial()
    const rules = { prior: priorOf(engine.recogniser), wanted: wantedRates(readVariables()) }
    const { below } = numbersFrom(String(seed))
    for (let draw = 0; draw < (size === undefined ? 1 : draws); draw++) {
      const chosen = size === undefined ? people : drawn(people, size, below)
      tryDecisions(trial, chosen, rules)
      process.stderr.write(`site ${draw + 1}: ${chosen.length} people\n`)
    }
    const notFound = people.flatMap(({ pictures }) => pictures).filter((vector) => vector === null).length
    const rates = trialRates(trial)
    process.stderr.write(`${boundsTable(boundedRates(rates, people))}\n`)
    return { people: people.length, notFound, ...roundedAll(rates), model: engine.recogniser }
  })

/** So many of them, each equally likely (Fisher and Yates). */
function drawn<T>(all: readonly T[], count: number, below: (limit: number) => number): T[] {
  const pile = [...all]
  for (let i = 0; i < count; i++) {
    const other = i + below(pile.length - i)
    const [a, b] = [pile[i] as T, pile[other] as T]
    pile[i] = b
    pile[other] = a
  }
  return pile.slice(0, count)
}

async function vectorOf(engine: FaceEngine, file: string): Promise<Float32Array | null> {
  const described = await forFile(file, engine.describe)
  if (!described) process.stderr.write(`no face: ${file}\n`)
  return described?.vector ?? null
}

function whole(text: string | undefined, name: string, least = 1): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least)
    throw new Refusal(`--${name} is a whole number from ${least} on, not “${text}”.`)
  return value
}

async function groupsOf(file: string | undefined): Promise<ReadonlyMap<string, string>> {
  if (file === undefined) return new Map()
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal(`${file}: cannot be read.`)
  })
  try {
    return new Map(Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(text))))
  } catch {
    throw new Refusal(`${file}: is no JSON like {"Name": "group"}.`)
  }
}

interface FoundPerson {
  name: string
  files: string[]
}

/** Everybody with three pictures or more, by folder and name; of each the first three by name. */
async function foundIn(folders: readonly string[]): Promise<FoundPerson[]> {
  const found = (await Promise.all(folders.map((folder) => peopleOf(folder)))).flat()
  // Nobody is a stranger to themselves: who is in two folders counts once, from the first.
  const all = [...new Map(found.toReversed().map((person) => [person.name, person])).values()].toReversed()
  if (all.length < found.length)
    process.stderr.write(`${found.length - all.length} people are in several folders and count once\n`)
  if (all.length < 2)
    throw new Refusal(
      `${folders.join(', ')}: at least two people with ${PICTURES} pictures each are needed, and there ${all.length === 1 ? 'is 1' : 'are none'}. Each has a folder of JPEG or PNG pictures there: ${join(folders[0] ?? 'DIR', 'Name', '1.jpg')}.`,
    )
  return all
}

async function readPeople(
  engine: FaceEngine,
  all: readonly FoundPerson[],
  groups: ReadonlyMap<string, string>,
): Promise<TrialPerson[]> {
  const people: TrialPerson[] = []
  const waiting = all.entries()
  const worker = async () => {
    for (const [i, { name, files }] of waiting) {
      const pictures: (Float32Array | null)[] = []
      for (const file of files) pictures.push(await vectorOf(engine, file))
      people[i] = { id: `${i} ${name}`, group: groups.get(name) ?? null, pictures }
    }
  }
  // A few more than there are workers, so that none waits for a file.
  await Promise.all(Array.from({ length: 8 }, worker))
  return people
}

async function peopleOf(folder: string): Promise<FoundPerson[]> {
  const names = await readdir(folder).catch(() => {
    throw new Refusal(`${folder}: cannot be read.`)
  })
  const people = await Promise.all(
    names.sort().map(async (name) => {
      const files = (await readdir(join(folder, name)).catch(() => [])).filter((file) => PICTURE.test(file))
      const first = files.sort().slice(0, PICTURES)
      return { name, files: first.map((file) => join(folder, name, file)) }
    }),
  )
  return people.filter(({ files }) => files.length === PICTURES)
}

/** The figures with their bounds, for people to read: the JSON line stays as it is. */
function boundsTable(figures: readonly Bounded[]): string {
  const shown = (value: number) => (value === 0 ? '0' : String(Number(value.toPrecision(2))))
  return [
    '| score | group | figure | rate | 95 % |',
    '|---|---|---|---|---|',
    ...figures.map(
      ({ of, group, figure, rate, low, high }) =>
        `| ${of} | ${group ?? 'all'} | ${figure} | ${shown(rate)} | ${shown(low)} to ${shown(high)} |`,
    ),
  ].join('\n')
}

/** Six digits after the point: rates may be as small as one in a million. */
function roundedAll<T>(value: T): T {
  if (typeof value === 'number') return rounded(value, 6) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, roundedAll(one)])) as T
}
