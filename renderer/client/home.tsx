import { Navigate } from 'react-router'
import { useRight } from '../app/session-context.ts'

/** Where the day begins: with the clients, for whoever may see them. */
export const Home = () => <Navigate to={useRight('client.read') ? '/client' : '/settings'} replace />
