'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'

type Samples = ApiOutput['demo']['samples']

const OfDemo = createContext<Samples | null>(null)

interface DemoProviderProps {
  /** What one of the demo's people can try without a camera; null for everybody else. */
  samples: Samples | null
  children: ReactNode
}

/** Tells what is below whether whoever is signed in is one of the demo's people. */
export function DemoProvider({ samples, children }: DemoProviderProps) {
  return <OfDemo value={samples}>{children}</OfDemo>
}

export const useOfDemo = () => useContext(OfDemo) !== null

/** What can be tried without a camera: nothing for anybody but the demo's people. */
export const useSamples = (): Samples => useContext(OfDemo) ?? { portrait: false, room: false }
