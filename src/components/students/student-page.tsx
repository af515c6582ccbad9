'use client'

import { useQuery } from '@tanstack/react-query'
import { UserMinus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import { EmailAddress } from '@/components/ui/email-address'
import { PageHeader } from '@/components/ui/page-header'
import { PrintedLine } from '@/components/ui/printed-line'
import { Time } from '@/components/ui/time'
import { ofStudent, type StudentInClass } from './student'
import { StudentNotes } from './student-notes'
import { StudentSessions } from './student-sessions'
import { StudentSums } from './student-sums'
import { StudentWeeks } from './student-weeks'

/** A student in one class, for those who lead it: what their records add up to, how that came about, and notes. */
export function StudentPage({ initial }: { initial: StudentInClass }) {
  const t = useTranslations('students')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.students.inClass.queryOptions(ofStudent(initial), { initialData: initial }))
  const { schoolClass, student, weeks } = data
  const { number, joinedAt, leftAt, email } = student
  const day = (at: Date) => () => <Time at={at} timeZone={schoolClass.timeZone} format="date" />
  return (
    <>
      <PageHeader
        title={student.name}
        aside={
          leftAt && (
            <Badge tone="caution" icon={<UserMinus aria-hidden="true" />}>
              {t('leftClass')}
            </Badge>
          )
        }
        description={
          <>
            {leftAt
              ? t.rich('aboutLeft', { number, at: day(joinedAt), left: day(leftAt) })
              : t.rich('about', { number, at: day(joinedAt) })}
            {email && (
              <>
                {' · '}
                <EmailAddress>{email}</EmailAddress>
              </>
            )}
            <PrintedLine timeZone={schoolClass.timeZone}>{schoolClass.name}</PrintedLine>
          </>
        }
        back={{
          href: `/teach/classes/${schoolClass.id}?tab=students`,
          label: t('back', { name: schoolClass.name }),
        }}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[24rem_1fr]">
        <div className="grid gap-6">
          <StudentSums student={data} />
          <StudentNotes student={data} />
        </div>
        <div className="grid min-w-0 gap-6">
          <Card>
            <CardHeader title={t('weeks.title')} description={t('weeks.hint')} />
            <StudentWeeks weeks={weeks} />
          </Card>
          <StudentSessions student={data} />
        </div>
      </div>
    </>
  )
}
