import { Clock, Eye, type LucideIcon, ScanFace, Target, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { MAX_PHOTOS, MIN_PHOTOS } from '@/domain/enrolment'
import { NoticeDetails } from './notice-details'

export interface NoticeFacts {
  /** How many days a snapshot is kept. */
  evidenceDays: number
  /** Whether this installation keeps the photos, or their templates only. */
  photosKept: boolean
}

/**
 * What people are told before they may agree: raise NOTICE_VERSION when its meaning changes, so that everybody is
 * asked again.
 */
export function EnrolmentNotice({ evidenceDays, photosKept }: NoticeFacts) {
  return (
    <div className="grid gap-5">
      <p className="max-w-text">
        Clockface can know your face, so that you clock in with one look. <strong>You choose.</strong> Every
        class works without it too: you then clock in with a code that your teacher shows.
      </p>
      <ul className="grid gap-4">
        <Point icon={ScanFace} title="What is stored">
          {photosKept
            ? `${MIN_PHOTOS} to ${MAX_PHOTOS} photos of you, and a template of each: a list of numbers computed from it.`
            : `A template of each of ${MIN_PHOTOS} to ${MAX_PHOTOS} photos: a list of numbers computed from it. The photos themselves are not kept.`}{' '}
          And a small snapshot of each check, when you clock in or out or are marked from a group photo. All
          of it encrypted.
        </Point>
        <Point icon={Target} title="What for">
          To check that it is you who clocks in or out. To find you among your class: your teacher may look
          for you in photos of the class to mark who is there, and a kiosk at its door may greet you by your
          first name. Nothing about emotion, age or gender is worked out.
        </Point>
        <Point icon={Clock} title="How long">
          {photosKept ? 'Photos and templates' : 'Templates'} until you delete them. Each snapshot for{' '}
          {evidenceDays} {evidenceDays === 1 ? 'day' : 'days'}.
        </Point>
        <Point icon={Eye} title="Who can see it">
          {photosKept
            ? 'Your photos: you, and staff where they have to tell you from somebody who looks like you. '
            : ''}
          Your snapshots: you and the teacher of that class. Templates and how well a face matched: shown to
          nobody.
        </Point>
        <Point icon={Undo2} title="If you change your mind">
          Withdraw on this page, at any time. Everything above is erased at once.
        </Point>
      </ul>
      <NoticeDetails />
    </div>
  )
}

function Point({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-3.5">
      <span
        aria-hidden="true"
        className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink"
      >
        <Icon className="size-5" />
      </span>
      <div className="min-w-0 max-w-text">
        <h3 className="font-semibold">{title}</h3>
        <p className="text-muted">{children}</p>
      </div>
    </li>
  )
}
