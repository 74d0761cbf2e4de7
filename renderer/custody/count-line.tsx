import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Tag } from '../ui/tag.tsx'

/** How many stand in the cabinets and how many don't; only what is overdue is red. */
export const CountLine = () => {
  const { t } = useText()
  const { data } = useQuery(deskQuery.custody.counts.queryOptions())
  if (!data) return null
  const words = [
    t('custody.count.cabinet', { n: data.inCabinet }),
    t('custody.count.out', { n: data.out }),
    ...(data.waiting > 0 ? [t('custody.count.waiting', { n: data.waiting })] : []),
    ...(data.sealed > 0 ? [t('custody.count.sealed', { n: data.sealed })] : []),
  ]
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        justifyContent: 'flex-end',
        columnGap: 4,
        fontSize: '0.8125rem',
        color: 'text.secondary',
      }}
    >
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
      {data.late > 0 && <Tag tone="seal">{t('custody.count.late', { n: data.late })}</Tag>}
    </Box>
  )
}
