import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { EncounterLine } from '../../shared/encounter/view.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Tag } from '../ui/tag.tsx'
import { useWhen } from './use-when.ts'

type Props = { readonly label: string; readonly lines: readonly EncounterLine[]; readonly empty: ReactNode }

/** Meetings as lines; every line ends in a verb. */
export const EncounterTable = ({ label, lines, empty }: Props) => {
  const { t } = useText()
  const when = useWhen()
  const navigate = useNavigate()
  const verb = (line: EncounterLine): string => {
    if (line.endedAt !== null) return t('encounter.list.view')
    return t(line.suspendedAt === null ? 'encounter.list.go' : 'encounter.list.resume')
  }
  const state = (line: EncounterLine) => (
    <Box sx={{ display: 'flex', gap: 2 }}>
      <span>{t(`encounter.step.${line.step}`)}</span>
      {line.suspendedAt !== null && <Tag tone="ochre">{t('encounter.list.suspended')}</Tag>}
      {line.head !== null && line.head.onBehalfOf !== '' && (
        <Tag tone="blue">{t('encounter.list.onBehalf')}</Tag>
      )}
      {line.head?.leftEarly === true && <Tag tone="ochre">{t('encounter.list.leftEarly')}</Tag>}
    </Box>
  )
  return (
    <DataTable
      roomy
      label={label}
      rows={lines}
      rowKey={(line) => line.id}
      empty={empty}
      columns={[
        { key: 'client', head: t('encounter.list.client'), cell: (line) => line.clientName, strong: true },
        { key: 'when', head: t('encounter.list.time'), cell: when },
        { key: 'state', head: t('encounter.list.state'), cell: state },
        {
          key: 'needs',
          head: t('encounter.list.needs'),
          cell: (line) => line.head?.needs ?? t('ui.state.empty'),
          numeric: true,
        },
        {
          key: 'intents',
          head: t('encounter.list.intents'),
          cell: (line) => line.head?.intents ?? t('ui.state.empty'),
          numeric: true,
        },
        {
          key: 'go',
          head: '',
          numeric: true,
          cell: (line) => (
            <Button
              size="small"
              aria-label={`${verb(line)} ${line.clientName}`}
              onClick={() => void navigate(`/encounter/${line.id}`)}
            >
              {verb(line)}
            </Button>
          ),
        },
      ]}
    />
  )
}
