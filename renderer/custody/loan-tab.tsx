import Box from '@mui/material/Box'
import { useRight } from '../app/session-context.ts'
import { LoanPart } from './loan-part.tsx'
import { OwnPart } from './own-part.tsx'
import { RequestPart } from './request-part.tsx'

/** The morning: own clients under a standing loan, everybody else's one by one. */
export const LoanTab = () => {
  const mayTake = useRight('dossier.take-out')
  const maySeeLoans = useRight('dossier.register')
  return (
    <Box sx={{ display: 'grid', gap: 7 }}>
      {mayTake && <OwnPart />}
      <RequestPart />
      {maySeeLoans && <LoanPart />}
    </Box>
  )
}
