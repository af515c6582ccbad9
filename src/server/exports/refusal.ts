import 'server-only'
import { AppError } from '@/domain/errors'
import type { PayrollProblem } from '@/domain/payroll/data'

type Line = Extract<PayrollProblem, { code: 'wage_type_missing' | 'column_missing' }>

/** A line as its rule calls it, for a sentence that anybody can act on. */
const lineName = ({ kind, name, factor }: Line) =>
  [kind, name && `“${name}”`, factor && factor !== '1' && `× ${factor}`].filter(Boolean).join(' ')

/** The first kind of what is missing, with all whom or what it is missing of. */
export function refusalOf(problems: readonly PayrollProblem[]): AppError {
  const [first] = problems
  const same = problems.filter(({ code }) => code === first?.code)
  const listed = (all: string[]) => [...new Set(all)].slice(0, 20).join(', ')
  const count = same.length
  if (first?.code === 'number_missing' || first?.code === 'number_unfit') {
    const names = listed(same.flatMap((one) => ('person' in one ? one.person : [])))
    return new AppError(`exports.${first.code}`, { count, names })
  }
  if (first?.code === 'unwritable') {
    const texts = listed(
      same.flatMap((one) => ('characters' in one ? `${one.text} (${one.characters})` : [])),
    )
    return new AppError('exports.unwritable', { count, texts })
  }
  const lines = listed(same.flatMap((one) => ('kind' in one ? lineName(one) : [])))
  return new AppError(
    first?.code === 'wage_type_missing' ? 'exports.wage_type_missing' : 'exports.column_missing',
    { count, lines },
  )
}
