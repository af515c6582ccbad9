import { describe, expect, test, vi } from 'vitest'
import { fetchPart } from '@/components/ui/fetch-part'

const waited = async (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('a part of the app', () => {
  test('is asked for again until there is a network, and its lack is told once', async () => {
    vi.useFakeTimers()
    const answers = [new Error('none'), new Error('still none'), 'part']
    const found: string[] = []
    const missed: unknown[] = []
    const load = async () => {
      const answer = answers.shift()
      if (answer instanceof Error) throw answer
      return answer ?? ''
    }
    fetchPart(
      load,
      (part) => found.push(part),
      (error) => missed.push(error),
    )
    await waited(2_000)
    expect([found, missed.length]).toEqual([[], 1])
    await waited(10_000)
    expect([found, missed.length, answers.length]).toEqual([['part'], 1, 0])
    vi.useRealTimers()
  })

  test('that is wanted no more is neither shown nor asked for again', async () => {
    vi.useFakeTimers()
    const found: string[] = []
    let asked = 0
    const giveUp = fetchPart(
      async () => {
        asked++
        if (asked === 1) throw new Error('none')
        return 'part'
      },
      (part) => found.push(part),
    )
    await waited(1_000)
    giveUp()
    await waited(10_000)
    expect([found, asked]).toEqual([[], 1])
    vi.useRealTimers()
  })
})
