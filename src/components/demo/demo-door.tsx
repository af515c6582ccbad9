'use client'

import { Coffee, GraduationCap, type LucideIcon, Presentation, Settings, Store } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { signIn } from '@/components/account/sign-in'
import { tellAccountChange } from '@/components/live/account-change'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { FormError } from '@/components/ui/form-error'
import { signInError } from '@/components/words/app-error'
import { useErrorText } from '@/components/words/error-words'
import type { DemoRole } from '@/domain/demo-schema'

const ways: readonly { role: DemoRole; icon: LucideIcon }[] = [
  { role: 'TEACHER', icon: Presentation },
  { role: 'STUDENT', icon: GraduationCap },
  { role: 'EMPLOYER', icon: Store },
  { role: 'EMPLOYEE', icon: Coffee },
  { role: 'ADMIN', icon: Settings },
]

/** One click into each role of the demo: shown only where the server lets whoever asks in. */
export function DemoDoor() {
  const t = useTranslations('demo')
  const errorText = useErrorText()
  const [entering, setEntering] = useState<DemoRole>()
  const [problem, setProblem] = useState<string>()

  async function enter(role: DemoRole) {
    setEntering(role)
    setProblem(undefined)
    try {
      const result = await signIn('demo', { role, redirect: false })
      if (result?.error) throw signInError(result.error)
      tellAccountChange()
      // Anew, so that nothing of whoever used this browser before is left in memory.
      window.location.assign('/')
    } catch (error) {
      setProblem(errorText(error))
      setEntering(undefined)
    }
  }

  return (
    <Card className="mt-8 grid max-w-lg gap-4">
      <div>
        <h2 className="font-bold text-lg">{t('door.title')}</h2>
        <p className="text-muted">{t('door.text')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {ways.map(({ role, icon: Icon }) => (
          <Button key={role} variant="secondary" loading={entering === role} onClick={() => enter(role)}>
            <Icon aria-hidden="true" />
            {t(`door.${role}`)}
          </Button>
        ))}
      </div>
      <FormError>{problem}</FormError>
    </Card>
  )
}
