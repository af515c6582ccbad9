import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'

interface AboutPageProps {
  title: string
  intro: string
  children: ReactNode
}

/** A page to read: one column, no wider than text should be. */
export function AboutPage({ title, intro, children }: AboutPageProps) {
  return (
    <div className="wrap-anywhere mx-auto w-full max-w-text px-4 pt-4 pb-14 sm:px-6">
      <PageHeader title={title} description={intro} />
      <div className="grid grid-cols-1 gap-10">{children}</div>
    </div>
  )
}

interface PassageProps {
  title: string
  /** What somebody elsewhere links to. */
  id?: string
  children: ReactNode
}

export function Passage({ title, id, children }: PassageProps) {
  return (
    <section id={id} className="grid scroll-mt-6 grid-cols-1 gap-3">
      <h2 className="font-bold text-xl tracking-tight">{title}</h2>
      {children}
    </section>
  )
}
