import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { QrCode } from '@/components/ui/qr-code'
import { OnlyHere } from './only-here'
import type { PageLink } from './use-page-link'

interface ShownLinkProps {
  page: PageLink
  copy: string
  /** What the code is called, where others open the link with a phone. */
  qr?: string
  /** What to do where the address leads nowhere but here. */
  children: ReactNode
}

/** A link that is shown once: to be seen, copied and, where others hold a phone to it, scanned. */
export function ShownLink({ page, copy, qr, children }: ShownLinkProps) {
  return (
    <>
      {qr && <QrCode value={page.url} label={qr} size={232} />}
      <p className="w-full break-all rounded-md bg-sunken px-3 py-2 text-center font-mono text-sm">
        {page.url}
      </p>
      <CopyButton text={page.url} label={copy} />
      <OnlyHere link={page}>{children}</OnlyHere>
    </>
  )
}
