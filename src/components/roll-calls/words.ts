import { useTranslations } from 'next-intl'

interface Marks {
  present: number
  late: number
}

function kindOf({ present, late }: Marks): 'nobody' | 'present' | 'late' | 'both' {
  if (late === 0) return present === 0 ? 'nobody' : 'present'
  return present === 0 ? 'late' : 'both'
}

/** Who is ticked, in a sentence. */
export function useConfirmText(): (marks: Marks) => string {
  const t = useTranslations('roll-calls')
  return ({ present, late }) =>
    t(`confirm.${kindOf({ present, late })}`, { present, late, count: present + late })
}

/** What confirming does, in as few words as a button takes. */
export function useMarkText(): (marks: Marks) => string {
  const t = useTranslations('roll-calls')
  return ({ present, late }) =>
    t(`mark.${kindOf({ present, late })}`, { present, late, count: present + late })
}

/** The same after it was done. */
export function useMarkedText(): (done: { marked: number; late: number }) => string {
  const t = useTranslations('roll-calls')
  return ({ marked, late }) => {
    if (marked === 0) return t('marked.nobody')
    return late === 0 ? t('marked.present', { marked }) : t('marked.late', { marked, late })
  }
}
