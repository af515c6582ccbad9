import 'server-only'
import { employeeTopic, workplaceTopic } from '@/domain/live'
import type { Transaction } from './publish'

/** Tells the pages of a workplace and of the person that something of their hours, signatures or pay is otherwise. */
export function publishHoursChanged(
  { publish }: Pick<Transaction, 'publish'>,
  { workplaceId, userId }: { workplaceId: string; userId: string },
): void {
  publish([workplaceTopic(workplaceId), employeeTopic(userId)], {
    ...{ type: 'timeEntry.changed', workplaceId, userId },
  })
}
