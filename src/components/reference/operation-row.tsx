import { ChevronDown } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReferenceOperation } from '@/server/rest/openapi/reference'
import { Code, Part } from './part'
import { TryIt } from './try-it'

/** An operation: its address and what it does, and on demand everything else. */
export function OperationRow({ operation }: { operation: ReferenceOperation }) {
  const { id, method, path, summary, who, parameters, body } = operation
  return (
    <details id={id} className="group scroll-mt-20">
      <summary className="flex list-none items-start gap-3 px-4 py-3 hover:bg-sunken/60 sm:px-6 [&::-webkit-details-marker]:hidden">
        <code className="w-16 shrink-0 font-bold font-mono text-accent-ink text-sm leading-6">{method}</code>
        <div className="min-w-0 flex-1">
          <h3 lang="en" className="font-semibold">
            {summary}
          </h3>
          <code className="wrap-anywhere font-mono text-muted text-sm">{path}</code>
        </div>
        <ChevronDown
          aria-hidden="true"
          className="mt-0.5 size-5 shrink-0 text-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="grid gap-5 px-4 pt-1 pb-6 sm:px-6 sm:ps-25">
        <WhoMay {...operation} />
        <Parameters {...operation} />
        <Body {...operation} />
        <Answer {...operation} />
        <TryIt
          method={method}
          path={path}
          secured={who !== 'everybody'}
          parameters={parameters}
          body={body?.kind === 'json' ? { kind: 'json', example: body.example } : body}
        />
      </div>
    </details>
  )
}

function WhoMay({ who, scope }: ReferenceOperation) {
  const t = useTranslations('reference')
  const format = useFormatter()
  if (who === 'everybody') return <p>{t('who.everybody')}</p>
  const roles = Array.isArray(who) ? who.map((role) => t(`role.${role}`)) : []
  return (
    <p>
      {roles.length > 0
        ? t('who.roles', { roles: format.list(roles, { type: 'disjunction' }) })
        : t('who.signedIn')}{' '}
      {scope
        ? t.rich('scope', { scope: () => <code className="font-mono text-sm">{scope}</code> })
        : t('noScope')}
    </p>
  )
}

function Parameters({ parameters }: ReferenceOperation) {
  const t = useTranslations('reference')
  if (parameters.length === 0) return null
  return (
    <Part title={t('parameters')}>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        {parameters.map(({ name, place, required, type }) => (
          <div key={name} className="sm:contents">
            <dt className="wrap-anywhere font-mono text-sm">{name}</dt>
            <dd className="text-muted text-sm">
              <code className="wrap-anywhere">{type}</code>{' '}
              {required ? t(`requiredIn.${place}`) : t(`optionalIn.${place}`)}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

function Body({ body }: ReferenceOperation) {
  const t = useTranslations('reference')
  if (!body) return null
  if (body.kind === 'json')
    return (
      <Part title={t('body.json')}>
        <Code>{body.outline}</Code>
        <p className="mt-3 mb-1.5 text-muted text-sm">{t('example')}</p>
        <Code>{body.example}</Code>
      </Part>
    )
  return (
    <Part title={t('body.form')}>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        {body.fields.map(({ name, type, required, file }) => (
          <div key={name} className="sm:contents">
            <dt className="wrap-anywhere font-mono text-sm">{name}</dt>
            <dd className="text-muted text-sm">
              {file ? t(`file.${file}`) : <code className="wrap-anywhere">{type}</code>}{' '}
              {required ? t('required') : t('optional')}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

function Answer({ answer: { kind, outline, etag } }: ReferenceOperation) {
  const t = useTranslations('reference')
  return (
    <Part title={t('answer.title')}>
      <p className="mb-1.5 text-sm">{t(`answer.${kind}`)}</p>
      {outline && <Code>{outline}</Code>}
      {etag && <p className="mt-1.5 text-sm">{t('answer.same')}</p>}
      <p className="mt-1.5 text-sm">{t('answer.problem')}</p>
    </Part>
  )
}
