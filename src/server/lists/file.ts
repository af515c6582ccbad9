import 'server-only'
import { z } from 'zod'
import { AppError } from '@/domain/errors'
import { idSchema } from '@/domain/id'
import { type ListName, listNames } from '@/domain/lists'
import { listFilters } from '@/domain/lists-schema'
import type { ReaderLocale } from '@/domain/locale'
import { daySchema } from '@/domain/sessions-schema'
import { dayOf } from '@/domain/time'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import { spreadsheet } from '../exports/files'
import { lists, type Wanted } from './lists'
import { listCsv, listXlsx } from './table'
import { listWords } from './words'

const common = z.object({
  workplaceId: idSchema,
  as: z.enum(['csv', 'xlsx']),
  /** Any day of the pay period or week, where the list is of one. */
  day: daySchema.optional(),
})

interface Asked {
  list: string
  asked: Readonly<Record<string, string>>
  reader: ReaderLocale
}

/** What of a list is asked for, by the same rules as its procedure. */
function wantedOf<List extends ListName>(list: List, asked: Asked['asked']) {
  const { workplaceId, as, day, ...filters } = asked
  const whole = common.safeParse({ workplaceId, as, day })
  const found = listFilters[list].safeParse(filters)
  if (!whole.success || !found.success) throw new AppError('request.invalid')
  const { as: format, ...place } = whole.data
  return { format, input: { ...found.data, ...place } as Wanted<List> }
}

async function opened<List extends ListName>(ctx: ActorContext, list: List, { asked, reader }: Asked) {
  const { format, input } = wantedOf(list, asked)
  const place = await ctx.db.place.findFirst({
    where: { id: input.workplaceId, kind: 'WORKPLACE', ...ledBy(ctx.actor) },
    select: { id: true, name: true, timeZone: true },
  })
  if (!place) throw new AppError('request.not_found')
  const words = listWords(reader)
  const table = await lists[list]({ ctx, input, place, words })
  const title = words.t(`title.${list as ListName}`)
  return { format, table, title, name: `${place.name} ${title} ${dayOf(ctx.clock(), place.timeZone)}` }
}

/** A list of a workplace as it is seen, as a file that is made while it is read. */
export async function listFile(ctx: ActorContext, wanted: Asked) {
  const list = listNames.find((name) => name === wanted.list)
  if (!list) throw new AppError('request.not_found')
  const { format, table, title, name } = await opened(ctx, list, wanted)
  return format === 'xlsx'
    ? { name: `${name}.xlsx`, type: spreadsheet, body: listXlsx(table, title) }
    : { name: `${name}.csv`, type: 'text/csv; charset=utf-8', body: listCsv(table) }
}
