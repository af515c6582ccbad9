import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/server/sign-in/options'

interface RouteContext {
  params: Promise<{ nextauth: string[] }>
}

function handler(request: NextRequest, context: RouteContext) {
  return NextAuth(request, context, authOptions())
}

export { handler as GET, handler as POST }
