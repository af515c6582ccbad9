'use client'

import { Ellipsis, RefreshCw, Trash2, TriangleAlert } from 'lucide-react'
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
  /** "Photo 1 of 3". */
  name: string
  kept: boolean
  /** How many photos there are without this one. */
  left: number
  onReplace: () => void
}

export function PhotoCard({ photo, name, kept, left, onReplace }: PhotoCardProps) {
  const [deleting, setDeleting] = useState(false)
  return (
    <li className="overflow-hidden rounded-md border bg-surface">
      <div className="relative">
        <PhotoImage photoId={photo.id} alt={name} kept={kept} />
        {!photo.usable && (
          <Badge
            tone="caution"
            icon={<TriangleAlert aria-hidden="true" />}
            className="absolute bottom-2 start-2 shadow-sm"
          >
            Replace
          </Badge>
        )}
      </div>
      <div className="flex items-center justify-between gap-1 py-1 pe-1 ps-3">
        <p className="min-w-0 text-muted text-sm">
          <Time at={photo.createdAt} format="date" className="whitespace-normal" />
        </p>
        <DropdownMenu
          trigger={<IconButton label={`${name}: replace or delete`} icon={<Ellipsis />} tooltip={false} />}
        >
          <MenuItem icon={<RefreshCw aria-hidden="true" />} onSelect={onReplace}>
            Replace
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden="true" />} tone="danger" onSelect={() => setDeleting(true)}>
            Delete
          </MenuItem>
        </DropdownMenu>
      </div>
      <DeletePhotoDialog photoId={photo.id} left={left} open={deleting} onOpenChange={setDeleting} />
    </li>
  )
}
