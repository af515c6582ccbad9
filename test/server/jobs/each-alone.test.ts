import { expect, test } from 'vitest'
import { eachAlone } from '@/server/jobs/each-alone'

test('one that fails keeps no other waiting, and is told in the end', async () => {
  const done: number[] = []
  const work = async (item: number) => {
    if (item % 2 === 0) throw new Error(`${item} cannot be done`)
    done.push(item)
  }
  await expect(eachAlone([1, 2, 3, 4, 5], work)).rejects.toThrow('2 cannot be done')
  expect(done).toEqual([1, 3, 5])
  await eachAlone([7], work)
  expect(done).toEqual([1, 3, 5, 7])
})
