'use client'
import { Camera, ImageUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, type ReactNode, useState, useSyncExternalStore } from 'react'
import { buttonStyles } from '@/components/ui/button-styles'
import { classNames } from '@/components/ui/class-names'
import { inMegabytes, LARGEST_FILE } from './picture-files'

/** Named one by one: telephones then turn formats of their own into one of these. */
const FORMATS = 'image/jpeg,image/png,image/webp,image/avif'
/** By its endings too, for some systems know no type for it. */
const HEIC = 'image/heic,image/heif,.heic,.heif'

/** iPhones and iPads make JPEG of their photos where nobody asks for HEIC: quicker than any server. iPads call themselves Macs. */
function isAppleTouch(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
}

interface PictureSourceProps {
  multiple: boolean
  disabled: boolean
  /** Which of a phone's cameras takes the picture. */
  facing?: 'user' | 'environment'
  /** How large a picture may be, in bytes. */
  largest?: number
  onFiles(files: File[]): void
  /** Another way to a picture, beside the others. */
  children?: ReactNode
}

/** Where pictures come from: a phone's camera app, its photos, a folder, or a drop. */
export function PictureSource({
  multiple,
  disabled,
  facing = 'user',
  largest = LARGEST_FILE,
  onFiles,
  children,
}: PictureSourceProps) {
  const t = useTranslations('camera')
  const [over, setOver] = useState(false)
  const many = multiple ? 'several' : 'one'

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    if (!disabled) onFiles([...event.dataTransfer.files])
  }

  return (
    // Dropping is a second way for a mouse; the buttons inside do the same for everyone.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!disabled)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        'flex flex-col items-center gap-3 rounded-xl border-2 border-line-strong/60 border-dashed px-4 py-6 text-center transition-colors',
        over && 'border-accent! bg-accent-soft',
      )}
    >
      <div className="flex w-full flex-wrap justify-center gap-3">
        <FileButton
          className="pointer-fine:hidden"
          capture={facing}
          multiple={false}
          disabled={disabled}
          onFiles={onFiles}
        >
          <Camera aria-hidden="true" /> {t('source.take')}
        </FileButton>
        <FileButton multiple={multiple} disabled={disabled} onFiles={onFiles}>
          <ImageUp aria-hidden="true" /> {t(`source.choose.${many}`)}
        </FileButton>
        {children}
      </div>
      <p className="text-muted text-sm">
        <span className="pointer-coarse:hidden">{t(`source.drop.${many}`)} </span>
        {t(`source.formats.${many}`, { megabytes: inMegabytes(largest) })}
      </p>
    </div>
  )
}

interface FileButtonProps {
  multiple: boolean
  disabled: boolean
  onFiles(files: File[]): void
  /** Opens this camera of a phone instead of its photos. */
  capture?: 'user' | 'environment'
  className?: string
  children: ReactNode
}

function FileButton({ capture, multiple, disabled, onFiles, className, children }: FileButtonProps) {
  const accept = useSyncExternalStore(
    () => () => {},
    () => (isAppleTouch() ? FORMATS : `${FORMATS},${HEIC}`),
    () => FORMATS,
  )
  return (
    <label
      className={buttonStyles(
        'secondary',
        'md',
        classNames(
          'focus-within:outline-2 focus-within:outline-accent max-sm:grow',
          disabled && 'opacity-55',
          className,
        ),
      )}
    >
      <input
        type="file"
        accept={accept}
        className="sr-only"
        multiple={multiple}
        disabled={disabled}
        {...(capture && { capture })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // So that choosing the same file again is a change too.
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      {children}
    </label>
  )
}
