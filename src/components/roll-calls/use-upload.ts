'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useTRPC, useTRPCClient } from '@/components/providers/trpc-provider'
import { useErrorText } from '@/components/words/error-words'
import { sendPhoto } from './upload-client'

export interface UploadedPhoto {
  file: File
  /** From 0 to 1; 1 is there. */
  sent: number
  arrived: boolean
  problem: string | null
}

export interface Upload {
  photos: UploadedPhoto[]
  /** Something is on its way. */
  sending: boolean
  /** Why it has not begun, where that is about no photo. */
  problem: string | null
  /** Sends these photos one after the other, then has them read. */
  start: (files: File[]) => Promise<void>
  /** Sends these to a roll call that has been read, which reads them too. */
  add: (rollCallId: string, files: File[]) => Promise<void>
  /** Whether they are such ones. */
  adding: boolean
  /** Sends what has not arrived once more. */
  again: () => Promise<void>
  /** Goes on with the photos that have arrived. */
  goOn: () => Promise<void>
  /** Forgets everything on this page. */
  reset: () => void
}

/** Sends the photos of a new roll call, each with its own progress; the last word is that they are read. */
export function useUpload(sessionId: string): Upload {
  const errorText = useErrorText()
  const api = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [photos, setPhotos] = useState<UploadedPhoto[]>([])
  const [rollCallId, setRollCallId] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  // The rest of the photos would be lost with the page: the browser asks before that.
  useEffect(() => {
    if (!sending) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [sending])

  const change = useCallback((file: File, news: Partial<UploadedPhoto>) => {
    setPhotos((before) => before.map((photo) => (photo.file === file ? { ...photo, ...news } : photo)))
  }, [])

  async function send(files: File[], to = rollCallId) {
    const id = to ?? (await api.rollCalls.create.mutate({ sessionId })).rollCallId
    setRollCallId(id)
    let failed = 0
    for (const file of files) {
      change(file, { sent: 0, problem: null })
      try {
        await sendPhoto(id, file, (sent) => change(file, { sent }))
        change(file, { sent: 1, arrived: true })
      } catch (error) {
        failed += 1
        change(file, { sent: 0, problem: errorText(error) })
      }
    }
    if (failed === 0) await api.rollCalls.begin.mutate({ rollCallId: id })
    return failed === 0
  }

  function reset() {
    setPhotos([])
    setRollCallId(null)
    setAdding(false)
    setProblem(null)
  }

  /** One thing at a time; the photos are shown until the server's word about them is there to be shown. */
  async function attempt(work: () => Promise<boolean>) {
    setSending(true)
    setProblem(null)
    try {
      if (await work()) {
        await queries.invalidateQueries(trpc.rollCalls.pathFilter())
        reset()
      }
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setSending(false)
    }
  }

  const choose = (files: File[]) =>
    setPhotos(files.map((file) => ({ file, sent: 0, arrived: false, problem: null })))

  return {
    photos,
    adding,
    sending,
    problem,
    start: (files) => {
      choose(files)
      return attempt(() => send(files))
    },
    add: (to, files) => {
      choose(files)
      setAdding(true)
      return attempt(() => send(files, to))
    },
    again: () => attempt(() => send(photos.filter(({ arrived }) => !arrived).map(({ file }) => file))),
    goOn: () =>
      attempt(async () => {
        if (rollCallId) await api.rollCalls.begin.mutate({ rollCallId })
        return true
      }),
    reset,
  }
}
