import 'next-auth'

declare module 'next-auth' {
  interface User {
    signInId: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sub?: string
    signInId?: string
  }
}
