import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/server/sign-in/options'
import { isSignInRoute } from '@/server/sign-in/routes'

interface RouteContext {
  params: Promise<{ nextauth: string[] }>
}

async function handler(request: NextRequest, context: RouteContext) {
  const { nextauth } = await context.params
  if (!isSignInRoute(request.method, nextauth)) return new Response(null, { status: 404 })
  return NextAuth(request, context, authOptions())
}

export { handler as GET, handler as POST }
