import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { mayOwn } from '../../shared/client/owner-rule.ts'
import type { IntakePreview } from '../../shared/intake/contract.ts'
import { formatFen } from '../../shared/money.ts'
import { useRight } from '../app/session-context.ts'
import { deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import { Select } from '../ui/select.tsx'
import type { OwnerChoice, OwnerChoices } from './owner-choice.ts'

type Owner = IntakePreview['owners'][number]

type Props = {
  readonly owners: readonly Owner[]
  readonly choices: OwnerChoices
  readonly onChoose: (name: string, choice: OwnerChoice) => void
}

const useOptions = (): ((name: string) => readonly { value: OwnerChoice; label: string }[]) => {
  const { t } = useText()
  const mayAdd = useRight('staff.manage')
  const { data = [] } = useQuery(deskQuery.staff.list.queryOptions())
  const people = data
    .filter((staff) => mayOwn(staff).ok)
    .map(({ id, name }) => ({ value: `${id}` as OwnerChoice, label: name }))
  return (name) => [
    ...people,
    ...(mayAdd ? [{ value: 'new' as const, label: t('intake.owners.fresh', { name }) }] : []),
    { value: 'nobody', label: t('intake.owners.nobody') },
  ]
}

const useColumns = ({ choices, onChoose }: Props): readonly Column<Owner>[] => {
  const { t } = useText()
  const optionsFor = useOptions()
  return [
    {
      key: 'name',
      head: t('intake.owners.name'),
      strong: true,
      cell: ({ name }) => (name === '' ? t('intake.owners.none') : name),
    },
    { key: 'clients', head: t('intake.owners.clients'), numeric: true, cell: ({ clients }) => clients },
    { key: 'aum', head: t('intake.owners.aum'), numeric: true, cell: ({ aum }) => formatFen(aum) },
    {
      key: 'person',
      head: t('intake.owners.person'),
      width: 240,
      cell: ({ name }) =>
        name === '' ? (
          t('intake.owners.nobody')
        ) : (
          <Select
            label={`${t('intake.owners.person')} ${name}`}
            options={optionsFor(name)}
            value={choices[name] ?? null}
            onChange={(choice) => onChoose(name, choice)}
            tight
          />
        ),
    },
  ]
}

/** Who the names in the owner column are; a colleague needs no login to own clients. */
export const Owners = (props: Props) => {
  const { t } = useText()
  const mayAdd = useRight('staff.manage')
  const columns = useColumns(props)
  const open = props.owners.filter(({ name }) => name !== '' && props.choices[name] === undefined)
  const createAll = (): void => {
    for (const { name } of open) props.onChoose(name, 'new')
  }
  return (
    <Section
      title={t('intake.owners.title')}
      action={
        mayAdd &&
        open.length > 0 && (
          <Button variant="text" onClick={createAll}>
            {t('intake.owners.createAll')}
          </Button>
        )
      }
    >
      <Typography variant="body2" color="text.secondary" sx={{ py: 2 }}>
        {t('intake.owners.text')}
      </Typography>
      <Box>
        <DataTable
          label={t('intake.owners.title')}
          columns={columns}
          rows={props.owners}
          rowKey={({ name }) => name}
          roomy
        />
      </Box>
    </Section>
  )
}
