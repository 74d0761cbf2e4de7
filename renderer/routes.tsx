import { Navigate } from 'react-router'
import type { RouteObject } from 'react-router'
import { Frame } from './app/frame.tsx'
import { MissingPage } from './app/missing-page.tsx'
import { Root } from './app/root.tsx'
import { ReportPage } from './printout/report-page.tsx'
import { SettingsPage } from './settings/settings-page.tsx'

// One line per place. Inside the frame: spine and top bar. Outside it: the meeting and the client's face.
const framed: RouteObject[] = [
  { index: true, element: <Navigate to="/settings" replace /> },
  { path: 'report', element: <ReportPage /> },
  { path: 'settings', element: <SettingsPage /> },
  { path: '*', element: <MissingPage /> },
]

const places = framed.flatMap(({ path }) => path ?? [])

const bare: RouteObject[] = []

export const routes: RouteObject[] = [
  { element: <Root />, children: [...bare, { element: <Frame places={places} />, children: framed }] },
]
