import type { ReactNode } from 'react'
import { DialBackdrop } from '@/components/layout/dial-backdrop'
import { PublicShell } from '@/components/layout/public-shell'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <PublicShell>
      <div className="relative flex flex-1 items-start justify-center overflow-hidden px-4 pt-4 pb-12 sm:items-center">
        <DialBackdrop />
        {children}
      </div>
    </PublicShell>
  )
}
