import 'server-only'

const shared = globalThis as typeof globalThis & { clockfaceClosing?: (() => Promise<unknown>)[] }

/** What has to be done before the process ends. scripts/server.mjs does it, once requests are answered or their time is over. */
export function beforeClosing(close: () => Promise<unknown>) {
  shared.clockfaceClosing ??= []
  shared.clockfaceClosing.push(close)
}
