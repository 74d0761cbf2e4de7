import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { deskQuery } from '../desk/desk.ts'

/** The key was right, and the vault still did not open: the door is asked again, because now it knows why. */
export const useNewTrouble = (failure: Failure | null): void => {
  const queries = useQueryClient()
  const isTrouble = failure?.code === 'damaged' || failure?.code === 'newer-version'
  useEffect(() => {
    if (isTrouble) void queries.invalidateQueries({ queryKey: deskQuery.session.key() })
  }, [isTrouble, queries])
}
