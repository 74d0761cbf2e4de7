import type { ReactNode } from 'react'
import type { Right } from '../../shared/staff/rights.ts'
import type { TextKey } from '../../shared/text/index.ts'
import { DayTab } from './day-tab.tsx'
import { SealedTab } from '../seal/sealed-tab.tsx'
import { LoanTab } from './loan-tab.tsx'
import { RegisterTab } from './register-tab.tsx'

export type ArchiveTab = {
  /** The end of its address; the first one has none. */
  readonly id: string
  readonly title: TextKey
  /** One of them is enough. */
  readonly rights: readonly Right[]
  readonly show: () => ReactNode
}

/** One line per tab of 档案室. */
export const archiveTabs: readonly ArchiveTab[] = [
  {
    id: '',
    title: 'custody.tab.day',
    rights: ['dossier.hand-in', 'dossier.accept', 'dossier.register'],
    show: () => <DayTab />,
  },
  {
    id: 'loan',
    title: 'custody.tab.loan',
    rights: [
      'dossier.take-out',
      'dossier.request',
      'dossier.approve',
      'dossier.accept',
      'dossier.grant-loan',
    ],
    show: () => <LoanTab />,
  },
  {
    id: 'register',
    title: 'custody.tab.register',
    rights: ['dossier.register'],
    show: () => <RegisterTab />,
  },
  {
    id: 'sealed',
    title: 'seal.place',
    rights: ['dossier.register'],
    show: () => <SealedTab />,
  },
]
