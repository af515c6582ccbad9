import { type ReactNode, useId } from 'react'

interface SectionProps {
  title: string
  count: number
  description: ReactNode
  children: ReactNode
}

/** One band of a review, with what to do in it. */
export function Section({ title, count, description, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <div>
        <h2 id={id} className="flex items-center gap-2.5 font-bold text-xl">
          {title}
          <span className="rounded-full bg-neutral-soft px-2.5 text-base text-neutral-ink tabular-nums">
            {count}
          </span>
        </h2>
        <p className="max-w-text text-muted">{description}</p>
      </div>
      {children}
    </section>
  )
}

/** Cards of people, as many beside each other as fit. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(19rem,1fr))]">{children}</ul>
}
