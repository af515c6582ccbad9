import 'server-only'
import type { AnyTRPCRouter } from '@trpc/server'
import { z } from 'zod'
import { AppError } from '@/domain/errors'
import { boundedForm, isForm } from './bounded-form'
import { formFieldsOf } from './form-input'

function takesForm({ _def }: { _def: unknown }): boolean {
  const { inputs } = _def as { inputs?: unknown[] }
  return inputs?.some((input) => input instanceof z.ZodType && formFieldsOf(input) !== null) ?? false
}

/**
 * Gives requests a form within bounds, and only where their procedure takes one: tRPC asks for it once it knows that whoever
 * sends it may call the procedure.
 */
export function formRequests(router: AnyTRPCRouter): (request: Request) => Request {
  const procedures = Object.entries<{ _def: unknown }>(router._def.procedures)
  const taking = new Set(procedures.flatMap(([name, procedure]) => (takesForm(procedure) ? [name] : [])))
  return (request) => {
    if (!isForm(request)) return request
    const name = new URL(request.url).pathname.split('/').at(-1) ?? ''
    const formData = () => {
      if (taking.has(name)) return boundedForm(request)
      return Promise.reject(new AppError('request.media_type', { type: 'application/json' }))
    }
    // Next's request is a proxy, which binds what it gives: only what may be changed may be given otherwise than it is.
    return Object.defineProperty(request, 'formData', { value: formData, configurable: true, writable: true })
  }
}
