'use client'

import { useState } from 'react'

export interface UploadOutcome {
  /** Unlike any other in this list, because files may share a name. */
  key: string
  file: File
  state: 'waiting' | 'sending' | 'kept' | 'refused'
  error?: unknown
}

/** Sends files one after another and remembers what came of each. */
export function useUploads(sendOne: (file: File) => Promise<void>) {
  const [outcomes, setOutcomes] = useState<UploadOutcome[]>([])

  function set(key: string, change: Partial<UploadOutcome>) {
    setOutcomes((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))
  }

  /** How many of them were kept. */
  async function send(files: File[]): Promise<number> {
    const batch = files.map((file, index) => ({
      key: `${index} ${file.name}`,
      file,
      state: 'waiting' as const,
    }))
    setOutcomes(batch)
    let kept = 0
    for (const { key, file } of batch) {
      set(key, { state: 'sending' })
      try {
        await sendOne(file)
        kept += 1
        set(key, { state: 'kept' })
      } catch (error) {
        set(key, { state: 'refused', error })
      }
    }
    return kept
  }

  return { outcomes, send }
}
