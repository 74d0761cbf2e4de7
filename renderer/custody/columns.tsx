import Box from '@mui/material/Box'
import type { DossierLine } from '../../shared/custody/contract.ts'
import { useText } from '../text/use-text.ts'
import type { Column } from '../ui/data-table.tsx'
import { Tag } from '../ui/tag.tsx'
import { useMoment } from './use-moment.ts'

type Line = Pick<DossierLine, 'dossierNumber' | 'name' | 'clientNumber' | 'dueAt' | 'late'>

/** What every list of dossiers begins with. Never a phone number: a list is easily seen or printed. */
export const useWho = <Row extends Line>(): readonly Column<Row>[] => {
  const { t } = useText()
  return [
    {
      key: 'number',
      head: t('custody.field.dossierNumber'),
      strong: true,
      cell: ({ dossierNumber }) => dossierNumber ?? t('custody.state.none'),
    },
    { key: 'name', head: t('custody.field.client'), cell: ({ name }) => name },
    {
      key: 'clientNumber',
      head: t('custody.field.clientNumber'),
      cell: ({ clientNumber }) => clientNumber ?? '',
    },
  ]
}

export const Due = ({ line }: { readonly line: Pick<Line, 'dueAt' | 'late'> }) => {
  const moment = useMoment()
  if (line.dueAt === null) return null
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        gap: 2,
        alignItems: 'center',
        color: line.late ? 'error.main' : 'inherit',
      }}
    >
      {moment.at(line.dueAt)}
      {line.late && <Tag tone="seal">{moment.late(line.late)}</Tag>}
    </Box>
  )
}
