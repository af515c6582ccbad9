'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { isErrorCode } from '@/domain/errors'

async function register(link: string): Promise<string | null> {
  try {
    const response = await fetch('/api/kiosk', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ link }),
    })
    if (response.ok) return null
    const answer = await response.json()
    return isErrorCode(answer.code) ? answer.message : 'That did not work. Try again.'
  } catch {
    return 'The server cannot be reached. Check the connection, then try again.'
  }
}

/** Makes this device the kiosk once somebody says so, because a link may be opened on the wrong device. */
export function KioskSetUp({ link }: { link: string }) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [working, setWorking] = useState(false)

  async function setUp() {
    setWorking(true)
    setProblem(null)
    // Asked for while the press still counts as a wish; where a browser refuses, the kiosk works in its window.
    document.documentElement.requestFullscreen?.().catch(() => {})
    const text = await register(link)
    setProblem(text)
    if (text) setWorking(false)
    else router.replace('/kiosk')
  }

  return (
    <div className="grid gap-5">
      <FormError>{problem}</FormError>
      <Button size="lg" loading={working} onClick={setUp}>
        Set up this device
      </Button>
    </div>
  )
}
