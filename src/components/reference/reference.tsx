import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import type { ReferenceGroup } from '@/server/rest/openapi/reference'
import { OperationRow } from './operation-row'
import { TokenProvider } from './token-field'

/** What other programs can do here, operation by operation, each to be tried. */
export function Reference({ groups }: { groups: ReferenceGroup[] }) {
  const t = useTranslations('reference')
  return (
    <div className="mx-auto w-full max-w-app px-4 pt-4 pb-16 sm:px-6">
      <PageHeader title={t('title')} description={t('description')} />
      <Introduction />
      <nav aria-label={t('contents')} className="mt-8">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {groups.map(({ noun }) => (
            <li key={noun}>
              <TextLink href={`#${noun}`} className="inline-flex min-h-11 items-center sm:min-h-8">
                {t(`group.${noun}`)}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <TokenProvider>
        {groups.map((group) => (
          <Group key={group.noun} {...group} />
        ))}
      </TokenProvider>
    </div>
  )
}

function Introduction() {
  const t = useTranslations('reference')
  return (
    <div className="grid max-w-text gap-3">
      <p>
        {t.rich('intro.tokens', {
          code: (words) => <code className="font-mono text-sm">{words}</code>,
          account: (words) => <TextLink href="/account#tokens">{words}</TextLink>,
          signIn: (words) => <TextLink href="#tokens.signIn">{words}</TextLink>,
        })}
      </p>
      <p>
        {t.rich('intro.refused', { code: (words) => <code className="font-mono text-sm">{words}</code> })}
      </p>
      <p>
        {t.rich('intro.headers', { code: (words) => <code className="font-mono text-sm">{words}</code> })}
      </p>
      <p>
        {t.rich('intro.file', {
          file: (words) => (
            <TextLink href="/api/v1/openapi.json" prefetch={false}>
              {words}
            </TextLink>
          ),
        })}
      </p>
    </div>
  )
}

function Group({ noun, operations }: ReferenceGroup) {
  const t = useTranslations('reference')
  return (
    <section aria-labelledby={noun} className="mt-10">
      <h2 id={noun} className="mb-3 scroll-mt-20 font-bold text-xl">
        {t(`group.${noun}`)}
      </h2>
      <ul className="divide-y rounded-lg border bg-surface shadow-sm">
        {operations.map((operation) => (
          <li key={operation.id}>
            <OperationRow operation={operation} />
          </li>
        ))}
      </ul>
    </section>
  )
}
