import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPCClient } from '@/components/providers/trpc-provider'
import type { PayrollFormat } from '@/domain/payroll/format-schema'

const KEY = 'payroll preview'

interface Wanted {
  workplaceId: string
  /** Any day of the period; nothing is asked for while there is none. */
  day: string
  format: PayrollFormat
  /** Which try it is about, where it says why that one failed. */
  attempt?: number
}

/** What an export of a period would be: asked by a call that changes nothing, though a format is too long for an address. */
export function usePayrollPreview({ workplaceId, day, format, attempt }: Wanted) {
  const client = useTRPCClient()
  return useQuery({
    queryKey: [KEY, workplaceId, day, format, attempt],
    queryFn: () => client.exports.preview.mutate({ workplaceId, day, format }),
    enabled: day !== '',
    placeholderData: keepPreviousData,
    // The whole period is calculated for it: once, and not for each look at the window.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  })
}

/** Has every preview asked for anew. */
export function useReloadPreviews() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: [KEY] })
}
