import type { TRPCClient } from '@trpc/client'
import { appErrorOf } from '@/components/words/app-error'
import type { AppRouter } from '@/server/api/app-router'
import type { OpenStream } from './feed-stream'

/** Asks the server for a stream over server-sent events. */
export function openWith(client: TRPCClient<AppRouter>, viewerId: string): OpenStream {
  return (feeds, { onBegun, onEvent, onConnecting, onFailed, onEnded }) => {
    const { unsubscribe } = client.feeds.events.subscribe(
      { viewerId, feeds },
      {
        onData: (told) =>
          'refused' in told ? onBegun(told.refused) : onEvent({ id: told.id, ...told.data }),
        onConnectionStateChange: ({ state }) => {
          if (state === 'connecting') onConnecting()
        },
        onError: (error) => onFailed(appErrorOf(error)?.code),
        onComplete: onEnded,
      },
    )
    return unsubscribe
  }
}
