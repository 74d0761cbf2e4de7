import { useQueryClient } from '@tanstack/react-query'
import { deskQuery } from '../desk/desk.ts'

/** After a move everything that shows where dossiers are is asked again, at once and not only by the notice. */
export const useRefresh = (): (() => void) => {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: deskQuery.custody.key() })
    void queries.invalidateQueries({ queryKey: deskQuery.client.key() })
  }
}
