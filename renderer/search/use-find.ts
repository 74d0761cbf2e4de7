import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Found } from '../../shared/search/contract.ts'
import { deskQuery } from '../desk/desk.ts'

type Finding = {
  readonly rows: readonly Found[]
  readonly hint: 'none' | 'tail-or-whole' | 'more'
  readonly done: boolean
}

const nothing: Finding = { rows: [], hint: 'none', done: false }

/** The answers to what has been typed; while new ones come the old ones stay. */
export const useFind = (q: string): Finding => {
  const wanted = q.trim()
  const { data, isPlaceholderData } = useQuery({
    ...deskQuery.search.find.queryOptions({ input: { q: wanted }, staleTime: 0, gcTime: 0 }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  if (wanted === '' || !data) return nothing
  return { ...data, done: !isPlaceholderData }
}
