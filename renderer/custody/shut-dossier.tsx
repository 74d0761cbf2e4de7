import Box from '@mui/material/Box'
import type { Failure } from '../../shared/failure.ts'
import { isTurnedAway } from '../../shared/dossier/access.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { DossierPart } from './dossier-part.tsx'

type Props = { readonly clientId: number; readonly failure: Failure }

/** In place of a client's page that may not be opened now: why, since when, and what to do about it. */
export const ShutDossier = ({ clientId, failure }: Props) => {
  const isShut = failure.code === 'refused' && isTurnedAway(failure.rule)
  return (
    <Box sx={{ pt: 4, display: 'grid', gap: 3, maxWidth: 720 }}>
      {isShut && <DossierPart clientId={clientId} alone />}
      <FailureNotice failure={failure} />
    </Box>
  )
}
