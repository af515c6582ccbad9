import 'server-only'
import { AppError, type ErrorParams } from '@/domain/errors'
import type { PayrollProblem } from '@/domain/payroll/data'

type Line = Extract<PayrollProblem, { code: 'wage_type_missing' | 'column_missing' }>

/** Names in one error at most. */
const LISTED = 20
const listed = (all: string[]) => [...new Set(all)].slice(0, LISTED).join(', ')
const yes = (is: unknown) => (is ? 'yes' : 'no')

/** Of a line what its sentence needs; `others` are of its kind. */
function lineParams({ kind, name, factor }: Line, others: number): ErrorParams {
  const factored = factor !== null && factor !== '1'
  return {
    ...{ kind, named: yes(name), name: name ?? '', factored: yes(factored), factor: factor ?? '' },
    others,
  }
}

/** The first kind of what is missing, with whom or what it is missing of. */
export function refusalOf(problems: readonly PayrollProblem[]): AppError {
  const [first] = problems
  if (!first) throw new RangeError('Nothing is missing')
  const same = problems.filter(({ code }) => code === first.code)
  if (first.code === 'number_missing' || first.code === 'number_unfit') {
    const names = listed(same.flatMap((one) => ('person' in one ? one.person : [])))
    return new AppError(`exports.${first.code}`, { count: same.length, names })
  }
  if (first.code === 'unwritable') {
    const texts = listed(
      same.flatMap((one) => ('characters' in one ? `${one.text} (${one.characters})` : [])),
    )
    return new AppError('exports.unwritable', { texts })
  }
  return new AppError(`exports.${first.code}`, lineParams(first, same.length - 1))
}
