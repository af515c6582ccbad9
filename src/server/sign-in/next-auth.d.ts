import 'next-auth'

declare module 'next-auth' {
  interface User {
    sessionVersion: number
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sub?: string
    sessionVersion?: number
    signedInAt?: number
  }
}
