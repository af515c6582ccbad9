import type { ExternalToast } from 'sonner'
import { beforeEach, expect, test, vi } from 'vitest'

type Said = ExternalToast & { text: string; action?: { onClick: () => void } | null }

const said: Said[] = []
const show = (text: string, options: object = {}) => void said.push({ text, ...options })
let toasts: typeof import('@/components/ui/toast')

beforeEach(async () => {
  said.length = 0
  vi.resetModules()
  toasts = await import('@/components/ui/toast')
})

const shown = () => toasts.showToastsBy({ success: show, error: show, info: show } as never)
const undo = () => ({ label: 'Undo', onClick: () => undefined })

test('what is said before there is anything to show it waits, and is shown in order', () => {
  const asked = vi.fn()
  toasts.onToastsWanted(asked)
  toasts.toast.success('Saved.')
  toasts.toast.error('Not saved.')
  expect([asked.mock.calls.length > 0, said]).toEqual([true, []])
  shown()
  toasts.toast.info('Later.')
  expect(said.map(({ text }) => text)).toEqual(['Saved.', 'Not saved.', 'Later.'])
})

test('words of one place stand in it until its action is taken: what that has to say would leave with it', () => {
  shown()
  toasts.toast.success('Anna: absent.', { id: 'mark', action: undo() })
  toasts.toast.success('Anna: excused.', { id: 'mark', action: undo() })
  said[1]?.action?.onClick()
  toasts.toast.success('Anna: taken back.', { id: 'mark', action: null })
  toasts.toast.success('Ben: late.', { id: 'another', action: undo() })
  const [first, second, after, another] = said.map(({ id }) => id)
  expect(second).toBe(first)
  expect(after).not.toBe(first)
  expect(another).not.toBe(after)
})
