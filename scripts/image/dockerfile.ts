/** One line of a Dockerfile: RUN, COPY and so on, with all that follows. */
export interface Instruction {
  name: string
  rest: string
}

export interface Stage {
  name: string
  from: string
  instructions: Instruction[]
}

/** The stages of a Dockerfile, in order: as much of its language as ours uses. */
export function readStages(text: string): Stage[] {
  const lines = text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const stages: Stage[] = []
  for (const line of lines) {
    const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? []
    if (name === 'FROM') {
      const [from = '', , as] = rest.split(/\s+/)
      stages.push({ name: as ?? String(stages.length), from, instructions: [] })
    } else stages.at(-1)?.instructions.push({ name, rest })
  }
  return stages
}

/** What a COPY says: where from, whose it becomes, which paths, where to. */
export function readCopy(rest: string) {
  const words = rest.split(/\s+/)
  const flags = Object.fromEntries(
    words.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')),
  )
  const paths = words.filter((word) => !word.startsWith('--'))
  return {
    from: flags.from as string | undefined,
    owner: flags.chown as string | undefined,
    paths: paths.slice(0, -1),
    to: paths.at(-1) ?? '',
  }
}

/** The command of a CMD, or of the CMD in a HEALTHCHECK: always a list, so that no shell stands between. */
export function readCommand(rest: string): string[] {
  return JSON.parse(rest.slice(rest.indexOf('[')))
}

/** Name and value pairs of an ENV. */
export function readPairs(rest: string): Record<string, string> {
  return Object.fromEntries(rest.split(/\s+/).map((pair) => pair.split('=')))
}
