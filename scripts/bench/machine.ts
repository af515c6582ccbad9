import { cpus, totalmem } from 'node:os'

/** On what was measured, as every page says it. */
export function machine(): string {
  const cores = cpus()
  return `${cores[0]?.model.trim()}, ${cores.length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
}
