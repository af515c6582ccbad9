'use client'

import { type ComponentType, type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { fetchPart } from './fetch-part'
import { isOutdated, MissedPart } from './missed-part'

interface Part<Props> {
  load: () => Promise<ComponentType<Props>>
  /** Once it has come: then it is there at once wherever else it stands. */
  known: ComponentType<Props> | null
}

/** What stands there until the part has come. */
type Meanwhile<Props> = ReactNode | ((props: Props) => ReactNode)

interface FetchedProps<Props> {
  part: Part<Props>
  wanted: boolean
  meanwhile: Meanwhile<Props>
  props: Props
}

function Fetched<Props extends object>({ part, wanted, meanwhile, props }: FetchedProps<Props>) {
  const [Known, setKnown] = useState(() => part.known)
  const [missed, setMissed] = useState<{ error: unknown; outdated: boolean } | null>(null)
  const lacking = Known === null && wanted
  const onFound = (found: ComponentType<Props>) => {
    part.known = found
    setKnown(() => found)
  }
  const onMissed = async (error: unknown) => setMissed({ error, outdated: await isOutdated() })
  const fetchIt = useEffectEvent(() => fetchPart(part.load, onFound, onMissed))
  useEffect(() => {
    if (lacking) return fetchIt()
  }, [lacking])
  if (Known) return <Known {...props} />
  if (!lacking) return null
  return (
    <>
      {typeof meanwhile === 'function' ? meanwhile(props) : meanwhile}
      {missed && <MissedPart {...missed} />}
    </>
  )
}

interface Options<Props> {
  /** Whether it is shown with these; else always. */
  when?: (props: Props) => boolean
  meanwhile?: Meanwhile<Props>
}

/** A part of a page that is fetched when it is first shown: the page is there sooner without it. */
export function later<Props extends object>(
  load: Part<Props>['load'],
  { when = () => true, meanwhile = null }: Options<Props> = {},
) {
  const part: Part<Props> = { load, known: null }
  const shown = (props: Props) => <Fetched wanted={when(props)} {...{ part, meanwhile, props }} />
  return Object.assign(shown, { load })
}

/** A window that is fetched when it is first opened. */
export const whenOpened = <Props extends { open: boolean }>(load: Part<Props>['load']) =>
  later<Props>(load, { when: ({ open }) => open })
