import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

/** The second layer of the notice, for those who want to know more. */
export function NoticeDetails() {
  return (
    <div className="divide-y rounded-md border">
      <Detail question="What happens when I clock in?">
        Your browser looks at the camera's picture to guide you; that stays on your device. A few pictures,
        ten at most, are sent and compared with your templates, and with those of the others enrolled here who
        agreed, so that everybody is judged alike. You are never named as somebody else by it. One of them is
        kept small, as the snapshot.
      </Detail>
      <Detail question="What happens with photos of the class?">
        Every face in them is compared with the templates of the students of this class who agreed, and your
        teacher confirms each name. The photos are erased as soon as they have been read, and the faces cut
        out of them once your teacher has confirmed, a day later at the latest; only the one that you were
        marked from stays, as your snapshot.
      </Detail>
      <Detail question="What happens at a kiosk at the door?">
        Where your teacher has put one up, its picture is compared with the templates of this class. It shows
        and may say your first name, and keeps a snapshot only of a check that is about you.
      </Detail>
      <Detail question="Who else is my face compared with?">
        With everybody enrolled here: to measure how often the recogniser errs, to find people who look too
        much alike to be told apart by face alone, and to notice one person with two accounts, and to judge
        everybody alike when they clock in. Where two come out very near, or a photo fits its person badly, an
        administrator can see those photos, and a teacher those of their own students.
      </Detail>
      <Detail question="What if another account has my face already?">
        Then an administrator is asked to look. The picture that you have just taken is kept for that,
        encrypted, and shown to administrators beside a photo of the other account. It is erased as soon as
        they have decided, or you delete all your photos or withdraw.
      </Detail>
      <Detail question="What else is noted?">
        That and when you agreed. For each try: when, with what result, with which recogniser, and how well
        the face matched. That last figure is erased when you withdraw.
      </Detail>
      <Detail question="Why is there a snapshot?">
        So that a mistake can be cleared up: when somebody else was taken for you, or you were not known, you
        and your teacher can look at what the camera saw.
      </Detail>
      <Detail question="Where is it kept?">
        On the server that your school or teacher runs, and nowhere else. The key is there too, so the people
        who run it answer for it.
      </Detail>
      <Detail question="What stays when I withdraw?">
        Your attendance, such as “present at 9:02”, that a check by face took place, and what was decided
        where two accounts had one face. No picture, no template and no figure from it.
      </Detail>
    </div>
  )
}

function Detail({ question, children }: { question: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="flex min-h-12 list-none items-center justify-between gap-3 px-4 py-2.5 font-semibold focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
        {question}
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 text-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <p className="max-w-text px-4 pb-4 text-muted">{children}</p>
    </details>
  )
}
