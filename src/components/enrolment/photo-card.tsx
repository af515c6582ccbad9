'use client'

import { Ellipsis, RefreshCw, Trash2, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Time } from '@/components/ui/time'
import { DeletePhotoDialog } from './delete-photos'
import { PhotoImage } from './photo-image'
import type { EnrolledPhoto } from './use-enrolment'

interface PhotoCardProps {
  photo: EnrolledPhoto
  /** Which of them it is, counted from 1. */
  number: number
  /** How many there are. */
  count: number
  kept: boolean
  onReplace: () => void
}

export function PhotoCard({ photo, number, count, kept, onReplace }: PhotoCardProps) {
  const t = useTranslations('enrolment')
  const ui = useTranslations('ui')
  const [deleting, setDeleting] = useState(false)
  return (
    <li className="overflow-hidden rounded-md border bg-surface">
      <div className="relative">
        <PhotoImage photoId={photo.id} alt={t('photos.oneOf', { number, count })} kept={kept} />
        {!photo.usable && (
          <Badge
            tone="caution"
            icon={<TriangleAlert aria-hidden="true" />}
            className="absolute bottom-2 start-2 shadow-sm"
          >
            {t('photos.replace')}
          </Badge>
        )}
      </div>
      <div className="flex items-center justify-between gap-1 py-1 pe-1 ps-3">
        <p className="min-w-0 text-muted text-sm">
          <Time at={photo.createdAt} format="date" className="whitespace-normal!" />
        </p>
        <DropdownMenu
          trigger={
            <IconButton label={t('photos.menu', { number, count })} icon={<Ellipsis />} tooltip={false} />
          }
        >
          <MenuItem icon={<RefreshCw aria-hidden="true" />} onSelect={onReplace}>
            {t('photos.replace')}
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden="true" />} tone="danger" onSelect={() => setDeleting(true)}>
            {ui('delete')}
          </MenuItem>
        </DropdownMenu>
      </div>
      <DeletePhotoDialog photoId={photo.id} left={count - 1} open={deleting} onOpenChange={setDeleting} />
    </li>
  )
}
