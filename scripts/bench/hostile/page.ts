import { machine } from '../machine'
import type { FloodFigures } from './measure'

export const HEALTH_MS = 200

export const deaf = (figures: readonly FloodFigures[]) =>
  figures.filter(({ p99HealthMs }) => p99HealthMs > HEALTH_MS)

export function hostilePage(
  figures: readonly FloodFigures[],
  { day, load, seconds }: { day: string; load: number; seconds: number },
): string {
  const rows = figures.map(
    ({ name, p99HealthMs, maxRssMb, served, refused }) =>
      `| ${name} | ${p99HealthMs} | ${maxRssMb} | ${served} | ${refused} |`,
  )
  return `# Floods

Measured by \`npm run bench -- hostile --seconds ${seconds}\` on ${day}: ${machine()}; load of other programs before the run ${load.toFixed(1)}.
A production server with its own PostgreSQL, and whoever floods it, share the machine’s cores. Each flood goes on for ${seconds} seconds from one address, while somebody at another
one, in a process of their own, asks every 50 ms whether the server is well: at p99 within ${HEALTH_MS} ms.

| flood | health p99 ms | most memory MB | done | refused |
|---|---|---|---|---|
${rows.join('\n')}
`
}
