'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { toast } from '@/components/ui/toast'
import { Button } from './button'
import type { ButtonSize, ButtonVariant } from './button-styles'

interface CopyButtonProps {
  text: string
  /** "Copy code", "Copy link". */
  label?: string
  variant?: ButtonVariant
  size?: ButtonSize
}

export function CopyButton({ text, label, variant = 'secondary', size = 'sm' }: CopyButtonProps) {
  const ui = useTranslations('ui')
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy() {
    if (await copyText(text)) setCopied(true)
    else toast.error(ui('copyFailed'))
  }

  return (
    <Button variant={variant} size={size} onClick={copy}>
      {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      <span aria-live="polite">{copied ? ui('copied') : (label ?? ui('copy'))}</span>
    </Button>
  )
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

// Browsers hide navigator.clipboard on plain http, which is how many schools reach a machine in their own network.
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}
