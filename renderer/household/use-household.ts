import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Household } from '../../shared/household/contract.ts'
import { useRight } from '../app/session-context.ts'
import { desk, deskQuery } from '../desk/desk.ts'

/** The client's household; the first look by somebody who may edit begins it with the client as its head. */
export const useHousehold = (clientId: number): Household | undefined => {
  const mayEdit = useRight('client.edit')
  const { data, refetch } = useQuery(deskQuery.household.get.queryOptions({ input: { clientId } }))
  const { mutate } = useMutation({
    mutationFn: () => desk.household.begin({ clientId }),
    onSuccess: () => void refetch(),
  })
  const isMissing = data === null
  useEffect(() => {
    if (isMissing && mayEdit) mutate()
  }, [isMissing, mayEdit, mutate])
  return data ?? undefined
}
