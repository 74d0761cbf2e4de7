import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate } from 'react-router'
import type { ClientRow } from '../../shared/client/contract.ts'
import { formatFen } from '../../shared/money.ts'
import { DossierTag } from '../custody/dossier-tag.tsx'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Tag } from '../ui/tag.tsx'
import { RatingTag } from './rating-tag.tsx'
import { TypeTag } from './type-tag.tsx'

// Of a sealed client the list has a masked name and what the bank’s books say, nothing else; of one whose dossier is shut
// for this person neither type nor risk level.
const isSealed = (dossier: ClientRow['dossier']): boolean => dossier?.state === 'sealed'

type Props = { readonly rows: readonly ClientRow[]; readonly newest: string | null }

const useColumns = (newest: string | null): readonly Column<ClientRow>[] => {
  const { t } = useText()
  const navigate = useNavigate()
  const ownerText = ({ owner, nextOwner }: ClientRow): string => {
    const name = owner === '' ? t('client.noOwner') : owner
    return nextOwner === '' ? name : `${name} ${t('client.waiting', { name: nextOwner })}`
  }
  // Figures of an older list are grey and in no sum.
  const amount = ({ aum, asOf }: ClientRow) => {
    const old = asOf !== newest
    return (
      <Box
        sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end', color: old ? 'text.disabled' : 'inherit' }}
      >
        {old && asOf !== null && <Tag>{t('client.list.older')}</Tag>}
        {formatFen(aum)}
      </Box>
    )
  }
  return [
    {
      key: 'name',
      head: t('client.field.name'),
      strong: true,
      cell: ({ name, dossier }) => (
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
          {name}
          {!isSealed(dossier) && <DossierTag dossier={dossier} />}
        </Box>
      ),
    },
    {
      key: 'sex',
      head: t('client.field.sex'),
      cell: ({ sex, dossier }) => (isSealed(dossier) ? '' : t(`client.sex.${sex}`)),
    },
    {
      key: 'age',
      head: t('client.field.age'),
      cell: ({ age, dossier }) =>
        isSealed(dossier) ? '' : age === null ? t('ui.state.empty') : t('client.age', { n: age }),
    },
    {
      key: 'type',
      head: t('client.field.type'),
      cell: ({ type, typeConfirmed, dossier }) => (
        <Box sx={{ display: 'flex', gap: 1 }}>
          {isSealed(dossier) && <Tag>{t('seal.sealed')}</Tag>}
          {type !== null && <TypeTag type={type} confirmed={typeConfirmed} />}
        </Box>
      ),
    },
    {
      key: 'rating',
      head: t('client.field.rating'),
      cell: ({ rating }) => rating !== null && <RatingTag rating={rating} />,
    },
    { key: 'owner', head: t('client.field.owner'), cell: ownerText },
    { key: 'aum', head: t('client.field.aum'), numeric: true, cell: amount },
    {
      key: 'open',
      head: '',
      numeric: true,
      cell: ({ id, name }) => (
        <Button
          variant="text"
          size="small"
          aria-label={`${t('client.list.open')} ${name}`}
          onClick={() => void navigate(`/client/${id}`)}
        >
          {t('client.list.open')}
        </Button>
      ),
    },
  ]
}

/** Never a phone number: a list is easily seen or printed. */
export const ClientTable = ({ rows, newest }: Props) => {
  const { t } = useText()
  const columns = useColumns(newest)
  return (
    <DataTable
      label={t('client.title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={t('client.list.emptyFilter')}
      roomy
    />
  )
}
