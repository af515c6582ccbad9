import 'server-only'
import type { AnyTRPCRouter } from '@trpc/server'
import { z } from 'zod'
import type { ProcedureMeta, RestOperation } from '../trpc/procedure'
import { type InputShape, inputShapeOf } from './json-schema'

type ProcedureType = 'query' | 'mutation' | 'subscription'

/** A procedure as the router has it. */
interface Declared {
  name: string
  type: ProcedureType
  meta: ProcedureMeta
  inputs: z.ZodType[]
  output: z.ZodType | null
}

/** A procedure that has an address for programs. */
export interface Operation extends Omit<Declared, 'inputs' | 'meta'> {
  access: ProcedureMeta['access']
  rest: RestOperation
  input: InputShape
  /** The path in pieces, `{param}` for what is part of the input. */
  segments: string[]
}

const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType

export function declaredBy(router: AnyTRPCRouter): Declared[] {
  return Object.entries<{ _def: unknown }>(router._def.procedures).map(([name, { _def }]) => {
    const { type, meta, inputs, output } = _def as Record<string, unknown>
    return {
      name,
      type: type as ProcedureType,
      meta: (meta ?? {}) as ProcedureMeta,
      inputs: Array.isArray(inputs) ? inputs.filter(isSchema) : [],
      output: isSchema(output) ? output : null,
    }
  })
}

export const paramOf = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1]
export const segmentsOf = (path: string): string[] => path.split('/').filter(Boolean)
export const paramsOf = ({ segments }: Pick<Operation, 'segments'>): string[] =>
  segments.flatMap((segment) => paramOf(segment) ?? [])

export function operationsOf(router: AnyTRPCRouter): Operation[] {
  return declaredBy(router).flatMap(({ inputs, meta: { access, rest }, ...declared }) => {
    if (!rest || 'browserOnly' in rest) return []
    return { ...declared, access, rest, input: inputShapeOf(inputs), segments: segmentsOf(rest.path) }
  })
}
