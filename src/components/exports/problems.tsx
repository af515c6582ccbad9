import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { TextLink } from '@/components/ui/text-link'

type Problem = ApiOutput['exports']['preview']['problems'][number]

/** Everything that stands in the way of an export, each line with the way to where it is mended. */
export function Problems({ problems, workplaceId }: { problems: readonly Problem[]; workplaceId: string }) {
  const t = useTranslations('payments')
  const payroll = `/employ/workplaces/${workplaceId}/payroll`
  const line = ({ kind, name, factor }: Extract<Problem, { factor: string | null }>) =>
    [t(`kind.${kind}`), name && `“${name}”`, factor && factor !== '1' && `× ${factor}`]
      .filter(Boolean)
      .join(' ')
  const words = (problem: Problem) => {
    if ('person' in problem) return t(`formats.problem.${problem.code}`, { name: problem.person })
    if ('text' in problem) return t('formats.problem.unwritable', { text: problem.text })
    return t(`formats.problem.${problem.code}`, { line: line(problem) })
  }
  const way = (problem: Problem) =>
    'person' in problem && problem.employmentId ? `/employ/employments/${problem.employmentId}` : payroll
  if (problems.length === 0) return null
  return (
    <ul aria-label={t('formats.problems')} className="grid list-disc gap-1 ps-5">
      {problems.map((problem) => (
        <li key={JSON.stringify(problem)}>
          <TextLink href={way(problem)}>{words(problem)}</TextLink>
        </li>
      ))}
    </ul>
  )
}
