import { execFileSync } from 'node:child_process'
import { chownSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { copyFromCheckout } from './context'
import { type Instruction, readCommand, readCopy, readPairs, type Stage } from './dockerfile'

/** What an image would be: a folder that stands for /, and how it is run. */
export interface Image {
  root: string
  workdir: string
  env: Record<string, string>
  command: string[]
  health: string[]
}

/** Of this machine a step sees where programs and packages are found, and nothing else. */
const fromOutside = /^(PATH|HOME|npm_config_registry|(https?|no)_proxy|NODE_EXTRA_CA_CERTS)$/i

/** Who runs what is in the image, and owns what it may write. */
const owners: Record<string, number> = { 'node:node': 1000 }

/** Carries out the stages of a Dockerfile below a folder, without a container engine. Gives back the last. */
export function makeImage(stages: Stage[], below: string, args: Record<string, string>): Image {
  const made = new Map<string, Image>()
  for (const { name, from, instructions } of stages) {
    const base = made.get(from)
    const image: Image = {
      root: join(below, name),
      workdir: base?.workdir ?? '/',
      env: { ...base?.env },
      command: base?.command ?? [],
      health: base?.health ?? [],
    }
    // Hard links: every stage has its own names for the same bytes, as layers have.
    if (base) execFileSync('cp', ['-al', base.root, image.root])
    else mkdirSync(image.root, { recursive: true })
    const scope: Record<string, string> = {}
    for (const instruction of instructions) carryOut(instruction, { image, made, scope, args })
    made.set(name, image)
  }
  const last = made.get(stages.at(-1)?.name ?? '')
  if (!last) throw new Error('The Dockerfile has no stage.')
  return last
}

interface Site {
  image: Image
  made: Map<string, Image>
  scope: Record<string, string>
  args: Record<string, string>
}

const within = ({ root, workdir }: Image, path: string) =>
  path.startsWith('/') ? join(root, path) : join(root, workdir, path)

const steps: Record<string, (rest: string, site: Site) => void> = {
  WORKDIR(rest, { image }) {
    image.workdir = rest
    mkdirSync(within(image, '.'), { recursive: true })
  },
  ARG(rest, { scope, args }) {
    const [name = '', byDefault = ''] = rest.split('=')
    scope[name] = args[name] ?? byDefault
  },
  ENV(rest, { image }) {
    Object.assign(image.env, readPairs(rest))
  },
  RUN(rest, { image, scope }) {
    console.log(`\nRUN ${rest}`)
    execFileSync('/bin/sh', ['-c', rest], {
      cwd: within(image, '.'),
      env: { ...outside(), ...image.env, ...scope },
      stdio: 'inherit',
    })
  },
  COPY: copy,
  CMD(rest, { image }) {
    image.command = readCommand(rest)
  },
  HEALTHCHECK(rest, { image }) {
    image.health = readCommand(rest)
  },
  USER: () => undefined,
  VOLUME: () => undefined,
  EXPOSE: () => undefined,
  STOPSIGNAL: () => undefined,
}

function carryOut({ name, rest }: Instruction, site: Site) {
  const step = steps[name]
  if (!step) throw new Error(`The Dockerfile says ${name}, which scripts/image does not know yet.`)
  step(rest, site)
}

function copy(rest: string, { image, made }: Site) {
  const { from, owner, paths, to } = readCopy(rest)
  const stage = from === undefined ? undefined : made.get(from)
  if (from !== undefined && !stage) throw new Error(`COPY --from=${from}: there is no such stage.`)
  for (const path of paths) {
    const source = stage ? within(stage, path) : path
    const isFolder = statSync(source).isDirectory()
    const target = within(image, isFolder || !to.endsWith('/') ? to : join(to, path))
    mkdirSync(isFolder ? target : dirname(target), { recursive: true })
    if (!stage) copyFromCheckout(source, target)
    else execFileSync('cp', ['-alf', isFolder ? `${source}/.` : source, target])
    if (owner && process.getuid?.() === 0) chownSync(target, owners[owner] ?? 0, owners[owner] ?? 0)
  }
}

export function outside(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => fromOutside.test(name))
  return Object.fromEntries(kept) as NodeJS.ProcessEnv
}
