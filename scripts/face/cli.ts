import { parseArgs } from 'node:util'
import { AppError, errorText } from '../../src/domain/errors'
import { compare } from './compare'
import { evaluate } from './evaluate'
import { inspect } from './inspect'
import { Refusal, type Run, recogniserOf } from './run'

const USAGE = `Usage:
  npm run -s face -- compare A.jpg B.jpg [--model retail|dlib]
  npm run -s face -- inspect A.jpg
  npm run -s face -- eval --images DIR --pairs FILE|all [--model retail|dlib]`

const commands: Record<string, { files: number; options: string[]; run: Run }> = {
  compare: { files: 2, options: ['model'], run: compare },
  inspect: { files: 1, options: [], run: inspect },
  eval: { files: 0, options: ['images', 'pairs', 'model'], run: evaluate },
}

class WrongUsage extends Error {}

function read(argv: string[]) {
  const [name = '', ...rest] = argv
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new WrongUsage(name ? `Unknown command: ${name}` : 'Which command?')
  const { values, positionals } = parse(rest, command.options)
  if (positionals.length !== command.files) {
    throw new WrongUsage(`${name} takes ${command.files} picture${command.files === 1 ? '' : 's'}.`)
  }
  if (name === 'eval' && !(values.images && values.pairs)) {
    throw new WrongUsage('eval needs --images and --pairs.')
  }
  const recogniser = values.model === undefined ? undefined : recogniserOf(values.model)
  if (values.model !== undefined && !recogniser) throw new WrongUsage('--model is retail or dlib.')
  return {
    run: command.run,
    input: { files: positionals, images: values.images, pairs: values.pairs, recogniser },
  }
}

function parse(args: string[], allowed: string[]) {
  const options = Object.fromEntries(allowed.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values: values as Record<string, string | undefined>, positionals }
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
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
        ? errorText(error.code, error.params)
        : error instanceof Refusal || error instanceof Error
          ? error.message
          : String(error)
    process.stderr.write(`${message}\n`)
    return 1
  }
}

process.exitCode = await main()
