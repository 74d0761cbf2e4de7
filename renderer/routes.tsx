import type { RouteObject } from 'react-router'
import { Frame } from './app/frame.tsx'
import { MissingPage } from './app/missing-page.tsx'
import { Root } from './app/root.tsx'
import { ClientListPage } from './client/client-list-page.tsx'
import { ClientPage } from './client/client-page.tsx'
import { Home } from './client/home.tsx'
import { ArchivePage } from './custody/archive-page.tsx'
import { EncounterListPage } from './encounter/encounter-list-page.tsx'
import { FacePage } from './encounter/face/face-page.tsx'
import { MeetingPage } from './encounter/meeting-page.tsx'
import { IntakePage } from './intake/intake-page.tsx'
import { ReportPage } from './printout/report-page.tsx'
import { ProductPage } from './product/product-page.tsx'
import { SearchBox } from './search/search-box.tsx'
import { SettingsPage } from './settings/settings-page.tsx'
import { SetupPage } from './setup/setup-page.tsx'
import { StaffPage } from './staff/staff-page.tsx'

// One line per place. Inside the frame: spine and top bar. Outside it: the meeting and the client's face.
const framed: RouteObject[] = [
  { index: true, element: <Home /> },
  { path: 'client', element: <ClientListPage /> },
  { path: 'client/:id/:tab?', element: <ClientPage /> },
  { path: 'intake/:kind?', element: <IntakePage /> },
  { path: 'product', element: <ProductPage /> },
  { path: 'encounter', element: <EncounterListPage /> },
  { path: 'report', element: <ReportPage /> },
  { path: 'archive/:tab?', element: <ArchivePage /> },
  { path: 'settings', element: <SettingsPage /> },
  { path: 'staff', element: <StaffPage /> },
  { path: 'setup', element: <SetupPage /> },
  { path: '*', element: <MissingPage /> },
]

const places = framed.flatMap(({ path }) => path?.replace('/:tab?', '') ?? [])

const bare: RouteObject[] = [
  { path: 'encounter/:id', element: <MeetingPage /> },
  { path: 'encounter/:id/face', element: <FacePage /> },
]

export const routes: RouteObject[] = [
  {
    element: <Root />,
    children: [...bare, { element: <Frame places={places} search={<SearchBox />} />, children: framed }],
  },
]
