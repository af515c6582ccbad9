import type { ReactNode } from 'react'

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h4 className="mb-1.5 font-semibold text-sm">{title}</h4>
      {children}
    </div>
  )
}

export function Code({ children }: { children: string }) {
  return (
    <pre dir="ltr" className="wrap-anywhere whitespace-pre-wrap rounded-md bg-sunken px-3 py-2 text-sm">
      <code className="font-mono">{children}</code>
    </pre>
  )
}
