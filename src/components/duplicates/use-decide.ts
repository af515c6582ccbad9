import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { useTRPC } from '@/components/providers/trpc-provider'

/** Decides a case and reads the list anew. */
export function useDecide() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return useMutation(
    trpc.duplicates.decide.mutationOptions({
      onSuccess: async (_, { state }) => {
        await queries.invalidateQueries({ queryKey: trpc.duplicates.cases.queryKey() })
        toast.success(
          state === 'TWINS'
            ? 'Kept as two people. Both can go on.'
            : 'Kept as one person. The account gets no face.',
        )
      },
    }),
  )
}
