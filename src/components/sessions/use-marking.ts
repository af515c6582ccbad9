'use client'

import { type FocusEvent, type KeyboardEvent, useCallback, useState } from 'react'
import { personAt, stopAfter, stopBeside } from '@/components/attendance/person-stops'
import { useMarkMany } from '@/components/attendance/use-mark-many'
import type { AttendanceStatus } from '@/domain/attendance'
import { belongs, isHere, type Standing, standingOf } from '@/domain/board'
import type { BoardData, BoardStudent } from './use-board'

/** The same letters in every language, as they stand in the help. */
export const markKeys = { p: 'PRESENT', l: 'LATE', a: 'ABSENT', e: 'EXCUSED' } as const
const isMarkKey = (key: string): key is keyof typeof markKeys => key in markKeys

interface MarkingOf {
  session: BoardData['session']
  students: readonly BoardStudent[]
  /** Whoever is marked stands elsewhere afterwards, so the focus goes on to whoever is beside. */
  regroups: boolean
}

const groupOf = (standing: Standing) =>
  isHere(standing) ? 'here' : standing === 'ABSENT' || standing === 'EXCUSED' ? 'away' : standing

const nobody: ReadonlySet<string> = new Set()

/** Who of a session is selected, and marking them, or whoever has the focus, by keys. */
export function useMarking({ session, students, regroups }: MarkingOf) {
  const { markAll, pending } = useMarkMany(session)
  const [selected, setSelected] = useState<ReadonlySet<string> | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [help, setHelp] = useState(false)
  const markable = students.filter(belongs)
  const unmarked = markable.filter(({ record }) => record === null)
  const chosen = markable.filter(({ id }) => selected?.has(id))

  const toggle = useCallback((id: string) => {
    setSelected((before) => {
      const next = new Set(before ?? nobody)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])

  /** By a key, from the tile of somebody: they are marked, or everybody who is selected. */
  function markFrom(person: HTMLElement | null, status: AttendanceStatus): boolean {
    const one = markable.find(({ id }) => id === person?.dataset.person)
    const wanted = chosen.length > 0 ? chosen : one ? [one] : []
    if (wanted.length === 0) return false
    const moves = regroups && one && groupOf(standingOf(one, session)) !== groupOf(status)
    // Before it moves: what is drawn elsewhere loses the focus.
    if (person && moves && chosen.length === 0) stopBeside(person)?.focus({ preventScroll: true })
    void markAll({ students: wanted, status })
    return true
  }

  function onKey(event: KeyboardEvent<HTMLElement>): boolean {
    const { key, target, currentTarget } = event
    if (!(target instanceof Element) || target.closest('input, select, textarea')) return false
    const person = personAt(target)
    const letter = key.toLowerCase()
    if (isMarkKey(letter)) return markFrom(person, markKeys[letter])
    if (key === '?') setHelp(true)
    else if (key === 'Escape' && selected) setSelected(null)
    else {
      const stop = person && stopAfter(key, person, currentTarget)
      stop?.focus()
      return Boolean(stop)
    }
    return true
  }

  /** For what stands around all of them. Menus and windows that belong to it stand elsewhere on the page. */
  const region = {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const { target, currentTarget, ctrlKey, metaKey, altKey, defaultPrevented } = event
      const inside = target instanceof Node && currentTarget.contains(target)
      if (defaultPrevented || ctrlKey || metaKey || altKey || !inside) return
      if (onKey(event)) event.preventDefault()
    },
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      const id = personAt(target)?.dataset.person
      if (id) setCurrent(id)
    },
  }

  return {
    ...{ selected, chosen, markable, unmarked, current, help, pending, region },
    ...{ toggle, select: setSelected, setHelp, markAll },
  }
}

export type Marking = ReturnType<typeof useMarking>
