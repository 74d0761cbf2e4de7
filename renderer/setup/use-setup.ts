import { useQuery } from '@tanstack/react-query'
import { deskQuery } from '../desk/desk.ts'

/** The list as it is now: what was done elsewhere shows when one comes back. */
export const useSetup = (enabled = true) =>
  useQuery(deskQuery.setup.list.queryOptions({ enabled, staleTime: 0 })).data
