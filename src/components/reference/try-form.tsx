'use client'

import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { Code, Part } from './part'
import { TokenField, useToken } from './token-field'
import { requestOf, type Tried } from './try-request'
import { type Received, useSending } from './use-sending'

/** Fills an operation with its example and sends it, for real. */
export function TryForm(tried: Tried) {
  const t = useTranslations('reference')
  const token = useToken()
  const { sending, send, stop } = useSending()
  const busy = sending.state === 'sending' || sending.state === 'receiving'

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    void send(requestOf(tried, new FormData(event.currentTarget), token))
  }

  return (
    <Part title={t('try.title')}>
      <form onSubmit={submit} className="grid gap-4 rounded-md border p-4">
        {tried.method !== 'GET' && <p className="text-muted text-sm">{t('try.real')}</p>}
        {tried.secured && <TokenField />}
        <ParameterFields {...tried} />
        <BodyFields {...tried} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" loading={sending.state === 'sending'}>
            {t('try.send')}
          </Button>
          {busy && (
            <Button variant="secondary" onClick={stop}>
              {t('try.stop')}
            </Button>
          )}
        </div>
        <FormError>{sending.state === 'unreachable' && t('try.unreachable')}</FormError>
        {'received' in sending && <Answered {...sending.received} />}
      </form>
    </Part>
  )
}

const mono = { className: 'font-mono', autoComplete: 'off', spellCheck: false }

function ParameterFields({ parameters }: Tried) {
  return parameters.map(({ name, place, required, example }) => (
    <Field key={name} label={<code>{name}</code>} optional={!required}>
      <Input {...mono} name={name} required={place === 'path'} defaultValue={example} />
    </Field>
  ))
}

function BodyFields({ body }: Tried) {
  const t = useTranslations('reference')
  if (!body) return null
  if (body.kind === 'json') {
    const rows = body.example.split('\n').length + 1
    return (
      <Field label={t('body.json')}>
        <Textarea {...mono} name="body" rows={rows} defaultValue={body.example} />
      </Field>
    )
  }
  return body.fields.map(({ name, required, file, example }) => (
    <Field key={name} label={<code>{name}</code>} optional={!required}>
      {file ? (
        <Input
          type="file"
          accept="image/*"
          name={`body.${name}`}
          multiple={file === 'several'}
          required={required}
          className="py-2"
        />
      ) : (
        <Input {...mono} name={`body.${name}`} required={required} defaultValue={example} />
      )}
    </Field>
  ))
}

function Answered({ status, headers, body }: Received) {
  const t = useTranslations('reference')
  return (
    <div className="grid gap-2">
      <p role="status" className="font-semibold">
        {t('try.status', { status: String(status) })}
      </p>
      <Code>{headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</Code>
      {body ? <Code>{body}</Code> : <p className="text-muted text-sm">{t('try.empty')}</p>}
    </div>
  )
}
