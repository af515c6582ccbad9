import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { toast } from '@/components/ui/toast'

/** Decides a case and reads the list anew, and what administrators have to see to. */
export function useDecide() {
  const t = useTranslations('duplicates')
  const trpc = useTRPC()
  const queries = useQueryClient()
  return useMutation(
    trpc.duplicates.decide.mutationOptions({
      onSuccess: async (_, { state }) => {
        await Promise.all([
          queries.invalidateQueries({ queryKey: trpc.duplicates.cases.queryKey() }),
          queries.invalidateQueries(trpc.admin.needs.pathFilter()),
        ])
        toast.success(t(`done.${state}`))
      },
    }),
  )
}
