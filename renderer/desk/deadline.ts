import type { AnyContractProcedure } from '@orpc/contract'
import { contract } from '../../shared/contract.ts'
import type { GuardedMeta, OpenMeta } from '../../shared/procedure.ts'

type Node = AnyContractProcedure | { readonly [key: string]: Node }

/** What the contract says of a procedure: who may call it and what kind of work it is. */
export const metaOf = (path: readonly string[]): OpenMeta | GuardedMeta => {
  let node: Node = contract as unknown as Node
  for (const key of path) node = (node as { readonly [key: string]: Node })[key] as Node
  return (node as AnyContractProcedure)['~orpc'].meta as OpenMeta | GuardedMeta
}

const longPollMs = 30_000
const readMs = 5_000
const writeMs = 30_000
const actMs = 60_000

/** How long a call may take before its outcome counts as unknown. */
export const deadlineOf = (path: readonly string[]): number => {
  if (path.join('.') === 'notice.next') return longPollMs
  const { kind } = metaOf(path)
  if (kind === 'read') return readMs
  return kind === 'write' ? writeMs : actMs
}
