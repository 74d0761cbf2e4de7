import type { ReactNode } from 'react'
import type { ClientPage } from '../../shared/client/contract.ts'
import type { Right } from '../../shared/staff/rights.ts'
import type { TextKey } from '../../shared/text/index.ts'
import { ClientMeetings } from '../encounter/client-meetings.tsx'
import { HouseholdTab } from '../household/household-tab.tsx'
import { MoneyTab } from '../statement/money-tab.tsx'
import { IdentityTab } from './identity-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'

export type ClientTab = {
  readonly id: string
  readonly title: TextKey
  /** Left out for whoever has not this right. */
  readonly right?: Right
  readonly show: (client: ClientPage) => ReactNode
}

/** The parts of a client's page. One line per feature. */
export const clientTabs: readonly ClientTab[] = [
  { id: 'overview', title: 'client.tab.overview', show: (client) => <OverviewTab client={client} /> },
  { id: 'household', title: 'client.tab.household', show: ({ id }) => <HouseholdTab clientId={id} /> },
  { id: 'money', title: 'client.tab.money', show: ({ id }) => <MoneyTab clientId={id} /> },
  {
    id: 'meetings',
    title: 'client.tab.meetings',
    right: 'encounter.lead',
    show: ({ id }) => <ClientMeetings clientId={id} />,
  },
  { id: 'identity', title: 'client.tab.identity', show: (client) => <IdentityTab client={client} /> },
]
