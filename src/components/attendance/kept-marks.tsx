'use client'

import { CloudUpload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useOnline } from '@/components/offline/use-online'
import { useTRPCClient } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useStatusWords } from '@/components/ui/status-words'
import { TextLink } from '@/components/ui/text-link'
import { toast } from '@/components/ui/toast'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorText } from '@/components/words/error-words'
import { type KeptMark, keptOf, nextToSend, standingWanted } from '@/domain/kept-marks'
import { mayPass } from '@/domain/passing-errors'
import { drop, inTurn, keep, keepFor, keptMarks, refuse, sent, useKeptMarks } from './kept-marks-store'
import { statusOf } from './standing-look'
import { useMarksChanged } from './use-marks-changed'

/** Tried again after so long, where there is a network but no answer. */
const AGAIN_MS = 5_000

/**
 * On every page of somebody who marks: sends what was marked without a network, in order and once, and asks about what was
 * not taken because something else stands by now.
 */
export function KeptMarks({ viewerId }: { viewerId: string }) {
  const t = useTranslations('attendance.kept')
  const kept = useKeptMarks()
  useEffect(() => keepFor(viewerId), [viewerId])
  const refused = kept.filter((mark) => mark.refused !== null)
  const waiting = kept.length - refused.length
  useSending(waiting > 0)
  return (
    <div
      role="status"
      className="mx-auto mt-4 grid w-full max-w-app gap-3 px-4 empty:hidden sm:px-6 print:hidden"
    >
      {waiting > 0 && (
        <Notice icon={<CloudUpload />} title={t('waiting', { count: waiting })}>
          {t('waitingHint')}
        </Notice>
      )}
      {refused.map((mark) => (
        <Refused key={`${mark.sessionId} ${mark.studentId}`} mark={mark} />
      ))}
    </div>
  )
}

function Refused({ mark }: { mark: KeptMark }) {
  const { sessionId, name, wanted } = mark
  const t = useTranslations('attendance.kept')
  const word = useStatusWords()
  return (
    <Notice
      tone="caution"
      title={t('refused', { name, status: word(statusOf[standingWanted(wanted)]) })}
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="sm" variant="secondary" onClick={() => drop([mark])}>
            {t('leave')}
          </Button>
          <Again mark={mark} />
        </span>
      }
    >
      {mark.refused} <TextLink href={`/teach/sessions/${sessionId}`}>{t('look')}</TextLink>
    </Notice>
  )
}

/** Their mark all the same: what stands now is what it is compared with from now on. */
function Again({ mark }: { mark: KeptMark }) {
  const t = useTranslations('attendance.kept')
  const client = useTRPCClient()
  const errorText = useErrorText()
  const [asking, setAsking] = useState(false)
  async function again() {
    setAsking(true)
    try {
      const { students } = await client.sessions.board.query({ sessionId: mark.sessionId })
      const record = students.find(({ id }) => id === mark.studentId)?.record
      drop([mark])
      keep([keptOf(mark, record ?? null)])
    } catch (error) {
      toast.error(errorText(error), { id: `again ${mark.id}` })
    } finally {
      setAsking(false)
    }
  }
  return (
    <Button size="sm" loading={asking} onClick={() => void again()}>
      {t('again')}
    </Button>
  )
}

/** Sends what waits, one after the other; one tab of the browser does it. */
function useSending(waits: boolean): void {
  const online = useOnline()
  const client = useTRPCClient()
  const errorText = useErrorText()
  const changed = useMarksChanged()
  useEffect(() => {
    if (!waits || !online) return
    let stopped = false
    async function send({ sessionId, studentId, wanted, seen }: KeptMark): Promise<void> {
      const of = { sessionId, studentId, seen }
      if (wanted) await client.attendance.mark.mutate({ ...of, ...wanted })
      else await client.attendance.clear.mutate(of)
    }
    async function sendAll(): Promise<void> {
      for (let mark = nextToSend(keptMarks()); mark && !stopped; mark = nextToSend(keptMarks())) {
        try {
          await send(mark)
          sent(mark)
        } catch (error) {
          const code = appErrorOf(error)?.code
          if (!code || mayPass(code)) return
          refuse(mark, errorText(error))
        }
        await changed(mark.sessionId)
      }
    }
    const begin = () => void inTurn(sendAll)
    begin()
    const timer = setInterval(begin, AGAIN_MS)
    return () => {
      stopped = true
      clearInterval(timer)
    }
  }, [waits, online, client, errorText, changed])
}
