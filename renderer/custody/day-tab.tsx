import Box from '@mui/material/Box'
import { useRight } from '../app/session-context.ts'
import { AcceptPart } from './accept-part.tsx'
import { BookPart } from './book-part.tsx'
import { HandInPart } from './hand-in-part.tsx'
import { OutPart } from './out-part.tsx'

/** The evening: given by those who worked with them, accepted by the keeper, and what is still out. */
export const DayTab = () => {
  const mayGive = useRight('dossier.hand-in')
  const mayAccept = useRight('dossier.accept')
  const maySeeAll = useRight('dossier.register')
  const mayBook = useRight('settings.edit')
  return (
    <Box sx={{ display: 'grid', gap: 7 }}>
      {mayAccept && <AcceptPart />}
      {mayGive && <HandInPart />}
      {maySeeAll && <OutPart />}
      {mayBook && <BookPart />}
    </Box>
  )
}
