import { HandHeart, ScanEye, ServerCog, Undo2 } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Pictures } from '@/components/about/pictures'
import { DemoDoor } from '@/components/demo/demo-door'
import { DialBackdrop } from '@/components/layout/dial-backdrop'
import { LinkButton } from '@/components/ui/link-button'
import { ExampleBoard } from './example-board'

const steps = ['open', 'clockIn', 'watch'] as const

const promises = [
  { name: 'free', icon: HandHeart },
  { name: 'one', icon: ScanEye },
  { name: 'wrong', icon: Undo2 },
  { name: 'own', icon: ServerCog },
] as const

/** What Clockface is, for people who have not signed in. */
export function Welcome({ demo }: { demo: boolean }) {
  const t = useTranslations('welcome')
  const format = useFormatter()
  return (
    <>
      <section className="relative overflow-hidden">
        <div className="relative mx-auto grid w-full max-w-app items-center gap-12 px-4 pt-8 pb-16 sm:px-6 lg:grid-cols-[1.2fr_1fr] lg:pt-12 lg:pb-24">
          <div>
            <h1 className="font-bold text-3xl tracking-tight sm:text-4xl">{t('title')}</h1>
            <p className="mt-5 max-w-lg text-lg text-muted sm:text-xl">{t('intro')}</p>
            <div className="mt-8 flex flex-wrap gap-3">
              <LinkButton href="/sign-up" size="lg">
                {t('signUp')}
              </LinkButton>
              <LinkButton href="/sign-in" size="lg" variant="secondary">
                {t('signIn')}
              </LinkButton>
            </div>
            <p className="mt-5 text-muted text-sm">{t('joinCode')}</p>
            {demo && <DemoDoor />}
          </div>
          <div className="relative mx-auto w-full max-w-form">
            <DialBackdrop className="w-[43rem]! max-lg:hidden" />
            <ExampleBoard />
          </div>
        </div>
      </section>

      <section className="border-y bg-surface">
        <div className="mx-auto w-full max-w-app px-4 py-14 sm:px-6 sm:py-18">
          <h2 className="font-bold text-2xl tracking-tight">{t('steps.title')}</h2>
          <ol className="mt-8 grid gap-8 sm:grid-cols-3">
            {steps.map((step, index) => (
              <li key={step}>
                <span
                  aria-hidden="true"
                  className="grid size-10 place-items-center rounded-full bg-accent font-bold text-lg text-on-accent"
                >
                  {format.number(index + 1)}
                </span>
                <h3 className="mt-4 font-bold text-lg">{t(`steps.${step}.title`)}</h3>
                <p className="mt-1 text-muted">{t(`steps.${step}.text`)}</p>
              </li>
            ))}
          </ol>
        </div>
      </section>

      <section className="mx-auto w-full max-w-app px-4 py-14 sm:px-6 sm:py-18">
        <h2 className="font-bold text-2xl tracking-tight">{t('promises.title')}</h2>
        <ul className="mt-8 grid gap-x-12 gap-y-8 sm:grid-cols-2">
          {promises.map(({ name, icon: Icon }) => (
            <li key={name} className="flex gap-4">
              <span className="grid size-11 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-ink">
                <Icon aria-hidden="true" className="size-6" />
              </span>
              <div>
                <h3 className="font-bold text-lg">{t(`promises.${name}.title`)}</h3>
                <p className="mt-1 text-muted">{t(`promises.${name}.text`)}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>

      <Pictures />
    </>
  )
}
