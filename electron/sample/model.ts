import type { FigureKind } from '../../shared/figure/kinds.ts'
import type { Period, Source } from '../../shared/figure/model.ts'
import type { Relation, Sex } from '../../shared/household/model.ts'
import type { Position } from '../../shared/client/model.ts'

import type { RiskLevel } from '../../shared/assessment/model.ts'

/** Balances in yuan; what is not named is zero. */
export type Balances = Partial<Record<Exclude<keyof Position, 'asOf' | 'aum'>, number>>

export type SampleClient = {
  readonly name: string
  readonly sex: Sex
  readonly birth: string
  readonly job: string
  readonly employer?: string
  readonly balances: Balances
  readonly level?: RiskLevel
}

export type SampleRelative = {
  readonly name: string
  readonly relation: Relation
  readonly sex: Sex
  readonly birth: string
}

/** Who the figure belongs to: the head, the spouse, or both together. */
export type SampleFigure = readonly [
  owner: 'head' | 'spouse' | 'both',
  kind: FigureKind,
  yuan: number,
  source?: Exclude<Source, 'bank'>,
  period?: Period,
]

export type SampleHousehold = {
  readonly head: SampleClient
  readonly spouse?: SampleClient
  readonly relatives: readonly SampleRelative[]
  readonly figures: readonly SampleFigure[]
}
