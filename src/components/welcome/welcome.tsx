import { HandHeart, type LucideIcon, ScanEye, ServerCog, Undo2 } from 'lucide-react'
import { Pictures } from '@/components/about/pictures'
import { DemoDoor } from '@/components/demo/demo-door'
import { DialBackdrop } from '@/components/layout/dial-backdrop'
import { LinkButton } from '@/components/ui/link-button'
import { ExampleBoard } from './example-board'

const steps = [
  {
    title: 'Open the session',
    text: 'One click in your class. Students who are signed in see it on their phone.',
  },
  {
    title: 'Students clock in',
    text: 'A look into their own camera, compared with the photos they gave. No camera? You mark them by hand.',
  },
  {
    title: 'Watch the dial fill',
    text: 'Who is here, who came late, who is missing: live, on a projector if you like. Then end it, and the record stands.',
  },
] as const

const promises: readonly { icon: LucideIcon; title: string; text: string }[] = [
  {
    icon: HandHeart,
    title: 'Nobody has to give their face',
    text: 'Students are asked before any camera opens. A class works without it, and whoever withdraws has photos and templates erased at once.',
  },
  {
    icon: ScanEye,
    title: 'It only asks one thing',
    text: 'Is this the person in the photos? Mood, age and gender are never guessed and never stored.',
  },
  {
    icon: Undo2,
    title: 'It can be wrong, and says so',
    text: 'No camera proves everything. A teacher can correct any record, and each change keeps who made it and when.',
  },
  {
    icon: ServerCog,
    title: 'It runs on a machine of your own',
    text: 'Faces are compared there and nowhere else. Photos are kept encrypted, snapshots of attempts only for a limited time.',
  },
]

/** What Clockface is, for people who have not signed in. */
export function Welcome({ demo }: { demo: boolean }) {
  return (
    <>
      <section className="relative overflow-hidden">
        <div className="relative mx-auto grid w-full max-w-app items-center gap-12 px-4 pt-8 pb-16 sm:px-6 lg:grid-cols-[1.2fr_1fr] lg:pt-12 lg:pb-24">
          <div>
            <h1 className="font-bold text-3xl tracking-tight sm:text-4xl">Attendance at a glance</h1>
            <p className="mt-5 max-w-lg text-lg text-muted sm:text-xl">
              Students clock in with a look into the camera. Teachers see the class fill up, live, and get
              back the first minutes of the lesson.
            </p>
            <div className="mt-8 flex flex-wrap gap-3">
              <LinkButton href="/sign-up" size="lg">
                Create an account
              </LinkButton>
              <LinkButton href="/sign-in" size="lg" variant="secondary">
                Sign in
              </LinkButton>
            </div>
            <p className="mt-5 text-muted text-sm">
              Have a join code from your teacher? Create an account, then enter it.
            </p>
            {demo && <DemoDoor />}
          </div>
          <div className="relative mx-auto w-full max-w-form">
            <DialBackdrop className="w-[43rem] max-lg:hidden" />
            <ExampleBoard />
          </div>
        </div>
      </section>

      <section className="border-y bg-surface">
        <div className="mx-auto w-full max-w-app px-4 py-14 sm:px-6 sm:py-18">
          <h2 className="font-bold text-2xl tracking-tight">How a lesson starts</h2>
          <ol className="mt-8 grid gap-8 sm:grid-cols-3">
            {steps.map((step, index) => (
              <li key={step.title}>
                <span
                  aria-hidden="true"
                  className="grid size-10 place-items-center rounded-full bg-accent font-bold text-lg text-on-accent"
                >
                  {index + 1}
                </span>
                <h3 className="mt-4 font-bold text-lg">{step.title}</h3>
                <p className="mt-1 text-muted">{step.text}</p>
              </li>
            ))}
          </ol>
        </div>
      </section>

      <section className="mx-auto w-full max-w-app px-4 py-14 sm:px-6 sm:py-18">
        <h2 className="font-bold text-2xl tracking-tight">What you should know first</h2>
        <ul className="mt-8 grid gap-x-12 gap-y-8 sm:grid-cols-2">
          {promises.map(({ icon: Icon, title, text }) => (
            <li key={title} className="flex gap-4">
              <span className="grid size-11 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-ink">
                <Icon aria-hidden="true" className="size-6" />
              </span>
              <div>
                <h3 className="font-bold text-lg">{title}</h3>
                <p className="mt-1 text-muted">{text}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>

      <Pictures />
    </>
  )
}
