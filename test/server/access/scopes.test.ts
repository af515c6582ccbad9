import { expect, test } from 'vitest'
import type { Role } from '@/domain/roles'
import { nounOf, scopeOf, scopeRoles } from '@/domain/scopes'
import { appRouter } from '@/server/api/app-router'
import type { ProcedureMeta } from '@/server/trpc/procedure'

interface Procedure {
  _def: { type: string; meta?: ProcedureMeta }
}

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)
const paths = procedures.map(([path]) => path)
const routers = new Set(paths.map((path) => path.split('.')[0] ?? ''))

test('every router has its noun among the scopes, or says that no token opens it', () => {
  expect([...routers].filter((router) => !Object.hasOwn(nounOf, router))).toEqual([])
})

test('every entry of that list is a router or procedure that there is', () => {
  expect(Object.keys(nounOf).filter((key) => !routers.has(key) && !paths.includes(key))).toEqual([])
})

test('what can be chosen opens something, and is offered to whomever it opens something for', () => {
  const opens = new Map<string, Set<Role> | 'everybody'>()
  for (const [path, { _def }] of procedures) {
    const access = _def.meta?.access
    const scope = scopeOf(path, _def.type === 'mutation' ? 'mutation' : 'query')
    if (!scope || !access || access === 'public' || access === 'kiosk' || access === 'known-browser') continue
    const before = opens.get(scope) ?? new Set()
    if (access === 'signed-in' || before === 'everybody') opens.set(scope, 'everybody')
    else opens.set(scope, new Set([...before, ...access]))
  }
  const found = [...opens].map(([scope, roles]) => [scope, roles === 'everybody' ? roles : [...roles].sort()])
  expect(Object.fromEntries(found)).toEqual(scopeRoles)
})
