import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { FailureNotice } from '../app/failure-notice.tsx'
import { deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { MeetingPlace } from './meeting-place.tsx'

/** `/encounter/:id` */
export const MeetingPage = () => {
  const id = Number(useParams()['id'])
  const { data, error } = useQuery(deskQuery.encounter.get.queryOptions({ input: { id } }))
  if (data) return <MeetingPlace key={id} view={data} />
  return (
    <Box component="main" sx={{ p: 10 }}>
      {error && <FailureNotice failure={failureOf(error)} />}
    </Box>
  )
}
