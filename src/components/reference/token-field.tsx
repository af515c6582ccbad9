'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

interface HeldToken {
  token: string
  hold: (token: string) => void
}

const TokenContext = createContext<HeldToken>({ token: '', hold: () => undefined })

/** The token that all operations of the page are tried with. It is kept nowhere else. */
export function TokenProvider({ children }: { children: ReactNode }) {
  const [token, hold] = useState('')
  return <TokenContext value={{ token, hold }}>{children}</TokenContext>
}

export const useToken = () => useContext(TokenContext).token

export function TokenField() {
  const t = useTranslations('reference')
  const { token, hold } = useContext(TokenContext)
  return (
    <Field label={t('try.token')} hint={t('try.tokenHint')}>
      <Input
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="font-mono"
        value={token}
        onChange={({ target }) => hold(target.value)}
      />
    </Field>
  )
}
