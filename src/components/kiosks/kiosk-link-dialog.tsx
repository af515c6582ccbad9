'use client'

import { CircleCheck } from 'lucide-react'
import { OnlyHere } from '@/components/places/only-here'
import { usePageLink } from '@/components/places/use-page-link'
import type { ApiOutput } from '@/components/providers/api-output'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { QrCode } from '@/components/ui/qr-code'
import { Time } from '@/components/ui/time'

export type KioskLink = ApiOutput['kiosks']['add']

interface KioskLinkDialogProps {
  link: KioskLink | null
  /** The kiosk as the list has it: once its link was used it says so. */
  kiosk: ApiOutput['kiosks']['ofPlace'][number] | undefined
  timeZone: string
  onClose: () => void
}

/** The link that makes a device the kiosk. It is shown here and never again. */
export function KioskLinkDialog({ link, kiosk, timeZone, onClose }: KioskLinkDialogProps) {
  const page = usePageLink(`/kiosk/set-up/${link?.link ?? ''}`)
  if (!link || !page) return null
  const used = kiosk !== undefined && kiosk.linkUntil === null && kiosk.registeredAt !== null
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Open this link on the kiosk"
      description={
        <>
          It works once, until <Time at={link.expiresAt} timeZone={timeZone} />, and is not shown again.
        </>
      }
      footer={<Button onClick={onClose}>Done</Button>}
    >
      <div className="flex flex-col items-center gap-4">
        {used ? (
          <Notice tone="positive" icon={<CircleCheck />} title={`${kiosk.name} is set up`}>
            The link has been used, and the kiosk is ready.
          </Notice>
        ) : (
          <>
            <QrCode value={page.url} label="Opens the page that sets up the kiosk" size={232} />
            <p className="w-full break-all rounded-md bg-sunken px-3 py-2 text-center font-mono text-sm">
              {page.url}
            </p>
            <CopyButton text={page.url} label="Copy link" />
            <OnlyHere link={page}>
              Open it under an address that the kiosk can reach, then make the link.
            </OnlyHere>
          </>
        )}
      </div>
    </Dialog>
  )
}
