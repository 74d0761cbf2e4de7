import { ok, refuse, type Result } from '../result.ts'

type Proposed = {
  readonly state: 'waiting' | 'sealed' | 'withdrawn' | 'refused'
  readonly by: number
}

const stillWaits = ({ state }: Proposed): Result<null> =>
  state === 'waiting' ? ok(null) : refuse('seal.refusal.settled')

/** Proposed by one, done by another (practice 1, 9). */
export const maySeal = (proposal: Proposed, staffId: number): Result<null> => {
  const waits = stillWaits(proposal)
  if (!waits.ok) return waits
  return proposal.by === staffId ? refuse('seal.refusal.own') : ok(null)
}

export const mayWithdraw = (proposal: Proposed, staffId: number): Result<null> => {
  const waits = stillWaits(proposal)
  if (!waits.ok) return waits
  return proposal.by === staffId ? ok(null) : refuse('seal.refusal.not-own')
}
