import { Fragment } from 'react'
import { classNames } from './class-names'

interface EmailAddressProps {
  children: string
  className?: string
}

/** An address moves to a line of its own before it breaks: then at a sign of it, and inside a word only if it must. */
export function EmailAddress({ children, className }: EmailAddressProps) {
  return (
    <span translate="no" className={classNames('inline-block max-w-full break-words', className)}>
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
