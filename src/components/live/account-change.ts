const CHANNEL = 'clockface-account'

/** Tells every tab of the browser that somebody has signed in or out: each asks anew whether it may still listen. */
export function tellAccountChange(): void {
  if (typeof BroadcastChannel !== 'function') return
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(null)
  channel.close()
}

/** Calls back when another tab tells so; answers with how to stop. */
export function onAccountChange(act: () => void): () => void {
  if (typeof BroadcastChannel !== 'function') return () => undefined
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = act
  return () => channel.close()
}
