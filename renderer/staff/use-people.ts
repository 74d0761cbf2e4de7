import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Login, Staff } from '../../shared/staff/contract.ts'
import { deskQuery } from '../desk/desk.ts'

export type Person = Staff & Pick<Login, 'temporary' | 'key'>

const nobody: Pick<Login, 'temporary' | 'key'> = { temporary: false, key: 'none' }

/** Everybody with what the header knows of their doors, and whether the one at the screen holds the archive key. */
export const usePeople = () => {
  const queries = useQueryClient()
  const { data: staff = [] } = useQuery(deskQuery.staff.list.queryOptions())
  const { data } = useQuery(deskQuery.staff.logins.queryOptions())
  const refresh = (): void => {
    for (const key of [deskQuery.staff.key(), deskQuery.setup.key()])
      void queries.invalidateQueries({ queryKey: key })
  }
  const people: readonly Person[] = staff.map((each) => {
    const login = data?.logins.find(({ staffId }) => staffId === each.id) ?? nobody
    return { ...each, temporary: login.temporary, key: login.key }
  })
  return { people, iHoldKey: data?.iHoldKey === true, refresh }
}
