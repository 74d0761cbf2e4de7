import type { FigureKind } from '../../shared/figure/kinds.ts'
import type { Figure } from '../../shared/figure/model.ts'
import { useDraft } from '../draft/use-draft.ts'

export type FigureFields = Omit<Figure, 'id' | 'seq' | 'consented' | 'amount'> & {
  readonly amount: number | null
}

/** The line that is being written, with the amount as typed so far. */
export type Writing = {
  readonly part: 'income' | 'expense' | 'asset' | 'debt'
  readonly id: number | null
  readonly seq: number | null
  readonly fields: FigureFields
  readonly typed: string | null
}

const readWriting = (text: string): Writing | null => {
  if (text === '') return null
  try {
    return JSON.parse(text) as Writing
  } catch {
    return null
  }
}

/** One half-written line per client and meeting; a lock or a crash comes back to it. */
export const useWriting = (clientId: number, encounterId: number | undefined) => {
  const draft = useDraft(`/figure/${clientId}/${encounterId ?? 'page'}`, 'line', '')
  return {
    writing: readWriting(draft.value),
    write: (next: Writing): void => draft.setValue(JSON.stringify(next)),
    close: (): void => {
      draft.setValue('')
      draft.drop()
    },
  }
}

export const fieldsOf = ({ id: _i, seq: _s, consented: _c, ...fields }: Figure): FigureFields => fields

export const blankFields = (
  kinds: readonly FigureKind[],
  ownerId: number,
  start: { readonly reach: Figure['reach']; readonly today: string },
): FigureFields => ({
  kind: kinds[0] ?? 'cash',
  ownerId,
  amount: null,
  period: 'year',
  source: 'told',
  reach: start.reach,
  place: '',
  asOf: start.today,
})
