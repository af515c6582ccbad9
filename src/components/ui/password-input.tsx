'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import { Input } from './input'

export function PasswordInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  const ui = useTranslations('ui')
  const [shown, setShown] = useState(false)
  return (
    <div className="relative">
      <Input
        autoCapitalize="none"
        spellCheck={false}
        {...rest}
        type={shown ? 'text' : 'password'}
        className={classNames('pe-12', className)}
      />
      <IconButton
        label={shown ? ui('hidePassword') : ui('showPassword')}
        icon={shown ? <EyeOff /> : <Eye />}
        tooltip={false}
        onClick={() => setShown(!shown)}
        className="absolute top-0 end-0 size-11 sm:size-11!"
      />
    </div>
  )
}
