import type { PayLine } from '../pay/result'
import { isAddOn } from './data'
import type { WageType } from './format-schema'

/**
 * The wage type of a line, the most exact one that fits: by kind, name and factor. What overtime adds on a week's average
 * needs one of its own name, for its hours are those of the line beside it.
 */
export function wageTypeOf(line: PayLine, wageTypes: readonly WageType[]): WageType | null {
  const fitting = wageTypes.filter(
    ({ kind, name, factor }) =>
      kind === line.kind &&
      (name === undefined ? !isAddOn(line) : name === line.name) &&
      (factor === undefined || Number(factor) === Number(line.factor)),
  )
  const exactness = ({ name, factor }: WageType) =>
    (name === undefined ? 0 : 2) + (factor === undefined ? 0 : 1)
  return fitting.toSorted((a, b) => exactness(b) - exactness(a))[0] ?? null
}
