import { parseArgs } from 'node:util'
import { AppError } from '../../src/domain/errors'
import { errorLine } from '../../src/server/words/sentences'
import { compare } from './compare'
import { evaluate } from './evaluate'
import { inspect } from './inspect'
import { pad } from './pad'
import { rollCall } from './roll-call'
import { Refusal, type Run, recogniserOf } from './run'
import { site } from './site'

const USAGE = `Usage:
  npm run -s face -- compare A.jpg B.jpg [--model retail|dlib|FILE.onnx]
  npm run -s face -- inspect [--group] A.jpg
  npm run -s face -- eval --images DIR --pairs FILE|all [--model retail|dlib|FILE.onnx]
  npm run -s face -- site --images DIR [--images DIR ...] [--groups FILE.json] [--size N] [--draws D] [--seed S] [--model retail|dlib|FILE.onnx]
  npm run -s face -- roll-call --gallery DIR --photo A.jpg [--photo B.jpg ...] [--model retail|dlib|FILE.onnx]
  npm run -s face -- pad --live DIR --attack DIR

site: DIR has a folder of pictures for each person (DIR/Name/1.jpg, or PNG). The first 3 by name count, and whoever has
fewer is left out. Without --size all of them are one site; with it --draws (1 unless given) random sites of N people,
from 2 to as many as there are, the same ones for the same --seed (1 unless given). FILE.json is {"Name": "group"}.`

type Option = keyof typeof optionTypes

const optionTypes = {
  model: { type: 'string' },
  images: { type: 'string', multiple: true },
  groups: { type: 'string' },
  size: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  pairs: { type: 'string' },
  gallery: { type: 'string' },
  photo: { type: 'string', multiple: true },
  group: { type: 'boolean' },
  live: { type: 'string' },
  attack: { type: 'string' },
} as const

interface Command {
  files: number
  options: Option[]
  needs?: Option[]
  run: Run
}

const commands: Record<string, Command> = {
  compare: { files: 2, options: ['model'], run: compare },
  inspect: { files: 1, options: ['group'], run: inspect },
  eval: { files: 0, options: ['images', 'pairs', 'model'], needs: ['images', 'pairs'], run: evaluate },
  'roll-call': {
    files: 0,
    options: ['gallery', 'photo', 'model'],
    needs: ['gallery', 'photo'],
    run: rollCall,
  },
  site: {
    files: 0,
    options: ['images', 'groups', 'size', 'draws', 'seed', 'model'],
    needs: ['images'],
    run: site,
  },
  pad: { files: 0, options: ['live', 'attack'], needs: ['live', 'attack'], run: pad },
}

class WrongUsage extends Error {}

const pictures = (count: number) => (count === 1 ? '1 picture' : `${count} pictures`)

function read(argv: string[]) {
  const [name = '', ...rest] = argv
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new WrongUsage(name ? `Unknown command: ${name}` : 'Which command?')
  const { values, positionals } = parse(rest, command.options)
  if (positionals.length !== command.files) {
    const many = command.files === 0 ? 'no pictures but those of its options' : pictures(command.files)
    throw new WrongUsage(`${name} takes ${many}, not “${positionals.join(' ')}”.`)
  }
  if (command.needs?.some((option) => !values[option])) {
    throw new WrongUsage(`${name} needs ${command.needs.map((option) => `--${option}`).join(' and ')}.`)
  }
  const { model, ...given } = values
  const recogniser = model === undefined ? undefined : recogniserOf(model)
  if (model !== undefined && !recogniser)
    throw new WrongUsage('--model is retail, dlib or the path of an .onnx file.')
  return { run: command.run, input: { files: positionals, recogniser, ...given } }
}

function parse(args: string[], allowed: Option[]) {
  const options = Object.fromEntries(allowed.map((name) => [name, optionTypes[name]])) as typeof optionTypes
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new WrongUsage(
      error instanceof Error ? (/^.*?(?=\. To specify|\n|$)/.exec(error.message)?.[0] ?? '') : String(error),
    )
  }
}

async function main(): Promise<number> {
  try {
    const { run, input } = read(process.argv.slice(2))
    const result = await run(input)
    process.stdout.write(`${JSON.stringify(result)}\n`)
    return 0
  } catch (error) {
    if (error instanceof WrongUsage) {
      process.stderr.write(`${error.message}\n${USAGE}\n`)
      return 2
    }
    const message =
      error instanceof AppError
        ? errorLine(error.code, error.params)
        : error instanceof Refusal || error instanceof Error
          ? error.message
          : String(error)
    process.stderr.write(`${message}\n`)
    return 1
  }
}

process.exitCode = await main()
