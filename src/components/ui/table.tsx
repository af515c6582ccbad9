import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

interface TableProps {
  /** What the table lists; read to people who cannot see it. */
  label: string
  /** The columns' heads: Th elements. */
  head: ReactNode
  /** Rows: Tr elements with Td in them. */
  children: ReactNode
  /** Of a hundred rows and more the browser lays out those in sight; `className` then says how wide the columns are. */
  long?: boolean
  className?: string
}

/**
 * A table's own rows cannot be left out: each is a grid of the same columns, `sm:[&_tr]:grid-cols-[…]`. The table is no
 * table to the layout either: it would be as wide as rows out of sight were before a phone was turned.
 */
const longStyles = classNames(
  'block [&>thead]:block [&>tbody]:block sm:[&_tr]:grid sm:[&_tr]:items-center',
  '[&>tbody>tr]:[contain-intrinsic-size:auto_4.25rem] [&>tbody>tr]:[content-visibility:auto]',
)

/** A table that turns into a list of cards on phones: there each Td shows its `label` in front. */
export function Table({ label, head, children, long = false, className }: TableProps) {
  return (
    <table className={classNames('w-full border-collapse text-start', long && longStyles, className)}>
      <caption className="sr-only">{label}</caption>
      <thead className="border-b text-muted text-sm max-sm:sr-only">
        <tr>{head}</tr>
      </thead>
      <tbody className="divide-y max-sm:block">{children}</tbody>
    </table>
  )
}

export function Th({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...rest}
      className={classNames('px-4 py-2.5 font-semibold first:ps-6 last:pe-6', className)}
    />
  )
}

interface TrProps extends ComponentProps<'tr'> {
  /** On phones: the first cell and the last in one line, and the others side by side under it; the last is a button, or as wide as a figure. */
  compact?: boolean | 'figure'
}

const compactStyles = classNames(
  'max-sm:flex! max-sm:flex-wrap max-sm:items-center max-sm:gap-x-4',
  'max-sm:[&>td]:order-2 max-sm:[&>td]:gap-1.5',
  'max-sm:[&>td:first-child]:order-none max-sm:[&>td:last-child]:order-1',
)
const firstStyles = {
  button: 'max-sm:[&>td:first-child]:w-[calc(100%-3.75rem)]',
  figure: 'max-sm:[&>td:first-child]:w-[calc(100%-8rem)] max-sm:[&>td:first-child]:grow',
} as const

export function Tr({ compact = false, className, ...rest }: TrProps) {
  return (
    <tr
      {...rest}
      className={classNames(
        'hover:bg-sunken/60 max-sm:grid max-sm:gap-1 max-sm:px-4 max-sm:py-3',
        compact && [compactStyles, firstStyles[compact === 'figure' ? 'figure' : 'button']],
        className,
      )}
    />
  )
}

interface TdProps extends ComponentProps<'td'> {
  /** The column's name, shown on phones only. Leave it out for the cell that names the row. */
  label?: string
}

export function Td({ label, className, children, ...rest }: TdProps) {
  return (
    <td
      {...rest}
      className={classNames(
        'px-4 py-3 align-middle first:ps-6 last:pe-6 max-sm:flex max-sm:min-h-8 max-sm:items-center max-sm:justify-between max-sm:gap-4 max-sm:p-0 max-sm:first:ps-0 max-sm:last:pe-0',
        className,
      )}
    >
      {label && (
        <span aria-hidden="true" className="text-muted text-sm sm:hidden">
          {label}
        </span>
      )}
      {children}
    </td>
  )
}
