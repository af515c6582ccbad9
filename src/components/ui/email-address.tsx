import { Fragment } from 'react'
import { classNames } from './class-names'

interface EmailAddressProps {
  children: string
  className?: string
}

/** An address that breaks before its domain, or beside a dot or a dash of it, where a line is too short; inside a word only if it must. */
export function EmailAddress({ children, className }: EmailAddressProps) {
  return (
    <span translate="no" className={classNames('break-words', className)}>
      {children.split(/(?=[@._+-])/).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same part may be in it twice
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  )
}
