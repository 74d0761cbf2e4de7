import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { deskQuery } from '../desk/desk.ts'
import { CabinetMap } from './cabinet-map.tsx'
import { RegisterPart } from './register-part.tsx'

/** The cabinets as they stand there, and every move of every dossier. */
export const RegisterTab = () => {
  const { data } = useQuery(deskQuery.custody.counts.queryOptions())
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 7, alignItems: 'flex-start' }}>
      {data && data.places.length > 0 && (
        <Box sx={{ flex: '0 1 260px' }}>
          <CabinetMap places={data.places} />
        </Box>
      )}
      <Box sx={{ flex: '1 1 560px', minWidth: 0 }}>
        <RegisterPart />
      </Box>
    </Box>
  )
}
