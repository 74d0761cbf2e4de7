import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '../../shared/contract.ts'
import { createLink } from './link.ts'

/** The desk as the window sees it: typed requests, typed answers, failures as DeskFailure. */
export const desk: ContractRouterClient<Contract> = createORPCClient(createLink())

/** The same procedures as queries and mutations for TanStack Query. */
export const deskQuery = createTanstackQueryUtils(desk)
