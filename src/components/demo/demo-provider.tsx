'use client'

import { createContext, type ReactNode, useContext } from 'react'

const OfDemo = createContext(false)

/** Tells what is below whether whoever is signed in is one of the demo's people. */
export function DemoProvider({ ofDemo, children }: { ofDemo: boolean; children: ReactNode }) {
  return <OfDemo value={ofDemo}>{children}</OfDemo>
}

export const useOfDemo = () => useContext(OfDemo)
