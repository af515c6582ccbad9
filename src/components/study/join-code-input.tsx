'use client'

import { CodeInput } from '@/components/ui/code-input'
import { joinCodeLength, normaliseJoinCode } from '@/domain/classes'

interface JoinCodeInputProps {
  value: string
  onChange: (code: string) => void
}

const clean = (typed: string) => normaliseJoinCode(typed).replace(/[^A-Z0-9]/g, '')
const attributes = { autoCapitalize: 'characters' } as const

export function JoinCodeInput(props: JoinCodeInputProps) {
  return <CodeInput {...props} clean={clean} length={joinCodeLength} attributes={attributes} />
}
