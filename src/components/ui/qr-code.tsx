import { QRCodeSVG } from 'qrcode.react'
import { classNames } from './class-names'

interface QrCodeProps {
  value: string
  /** What scanning it does: "Opens the join page of Physics 9b". */
  label: string
  size?: number
  className?: string
}

/** Always dark on white with its quiet zone, in the dark theme too: scanners need it so. */
export function QrCode({ value, label, size = 192, className }: QrCodeProps) {
  return (
    <span
      className={classNames(
        'inline-block w-fit max-w-full overflow-hidden rounded-md border bg-white',
        className,
      )}
    >
      <QRCodeSVG
        value={value}
        title={label}
        size={size}
        marginSize={4}
        level="M"
        fgColor="#11162a"
        bgColor="#ffffff"
        className="h-auto max-w-full"
      />
    </span>
  )
}
