import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { refusedResponse } from '@/server/api/refused-response'
import { authOptions } from '@/server/sign-in/options'
import { isSignInRoute } from '@/server/sign-in/routes'

interface RouteContext {
  params: Promise<{ nextauth: string[] }>
}

async function handler(request: NextRequest, context: RouteContext) {
  const { nextauth } = await context.params
  if (!isSignInRoute(request.method, nextauth)) return new Response(null, { status: 404 })
  let failure: unknown
  const options = authOptions((error) => {
    failure = error
  })
  const answer: Response = await NextAuth(request, context, options)
  // Still signed in, cookie and all: a copy of it would count as well.
  return failure ? refusedResponse(failure, 'a sign-in could not be ended') : answer
}

export { handler as GET, handler as POST }
