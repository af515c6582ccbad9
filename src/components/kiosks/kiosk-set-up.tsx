'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { useErrorText } from '@/components/words/error-words'

/** Null when it worked, otherwise the error. */
async function register(link: string): Promise<unknown> {
  try {
    const response = await fetch('/api/kiosk', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ link }),
    })
    if (response.ok) return null
    return await response.json()
  } catch (error) {
    return error
  }
}

/** Makes this device the kiosk once somebody says so, because a link may be opened on the wrong device. */
export function KioskSetUp({ link }: { link: string }) {
  const t = useTranslations('kiosks')
  const router = useRouter()
  const errorText = useErrorText()
  const [problem, setProblem] = useState<unknown>(null)
  const [working, setWorking] = useState(false)

  async function setUp() {
    setWorking(true)
    setProblem(null)
    // Asked for while the press still counts as a wish; where a browser refuses, the kiosk works in its window.
    document.documentElement.requestFullscreen?.().catch(() => {})
    const error = await register(link)
    setProblem(error)
    if (error) return setWorking(false)
    router.replace('/kiosk')
    // What stands around both pages was written in the browser's language; loading anew would leave the full screen.
    router.refresh()
  }

  return (
    <div className="grid gap-5">
      <FormError>{problem ? errorText(problem) : null}</FormError>
      <Button size="lg" loading={working} onClick={setUp}>
        {t('setUp.submit')}
      </Button>
    </div>
  )
}
