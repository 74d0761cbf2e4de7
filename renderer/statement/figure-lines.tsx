import Button from '@mui/material/Button'
import { isFlow } from '../../shared/figure/kinds.ts'
import type { BankFigure } from '../../shared/figure/contract.ts'
import type { Figure } from '../../shared/figure/model.ts'
import type { Member } from '../../shared/household/model.ts'
import { formatFen } from '../../shared/money.ts'
import { useReachWords } from '../household/consent-section.tsx'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { RowActions } from '../ui/row-actions.tsx'

export type SheetLine =
  | (Figure & { readonly key: string; readonly typed: true })
  | (BankFigure & { readonly key: string; readonly typed: false })

type Props = {
  readonly label: string
  readonly lines: readonly SheetLine[]
  readonly members: readonly Member[]
  /** Null where nothing may be changed. */
  readonly onChange: ((line: Figure) => void) | null
  readonly onRemove: (line: Figure) => void
  readonly onHistory: (line: Figure) => void
}

const useColumns = ({ members, onChange, onRemove, onHistory }: Props): readonly Column<SheetLine>[] => {
  const { t } = useText()
  const reachWords = useReachWords(members)
  const owner = ({ ownerId }: SheetLine): string =>
    ownerId === null ? t('figure.field.joint') : (members.find(({ id }) => id === ownerId)?.name ?? '')
  return [
    { key: 'kind', head: t('figure.field.kind'), strong: true, cell: ({ kind }) => t(`figure.kind.${kind}`) },
    {
      key: 'amount',
      head: t('figure.field.amount'),
      numeric: true,
      cell: ({ kind, amount, period }) =>
        isFlow(kind) ? `${t(`figure.period.${period}`)} ${formatFen(amount)}` : formatFen(amount),
    },
    { key: 'owner', head: t('figure.field.owner'), cell: owner },
    { key: 'source', head: t('figure.field.source'), cell: ({ source }) => t(`figure.source.${source}`) },
    {
      key: 'reach',
      head: t('figure.field.reach'),
      cell: ({ reach, consented }) =>
        consented ? `${reachWords(reach)}\u3001${t('figure.consent.title')}` : reachWords(reach),
    },
    {
      key: 'place',
      head: t('figure.field.place'),
      cell: (line) => (line.typed ? line.place : t('figure.source.bank')),
    },
    {
      key: 'act',
      head: '',
      numeric: true,
      cell: (line) =>
        line.typed &&
        onChange && (
          <RowActions>
            {line.seq > 1 && (
              <Button
                variant="text"
                size="small"
                aria-label={`${t('figure.sheet.earlier')} ${t(`figure.kind.${line.kind}`)}`}
                onClick={() => onHistory(line)}
              >
                {t('figure.sheet.earlier')}
              </Button>
            )}
            <Button
              variant="text"
              size="small"
              aria-label={`${t('ui.action.edit')} ${t(`figure.kind.${line.kind}`)}`}
              onClick={() => onChange(line)}
            >
              {t('ui.action.edit')}
            </Button>
            <Button
              variant="text"
              size="small"
              aria-label={`${t('ui.action.remove')} ${t(`figure.kind.${line.kind}`)}`}
              onClick={() => onRemove(line)}
            >
              {t('ui.action.remove')}
            </Button>
          </RowActions>
        ),
    },
  ]
}

export const FigureLines = (props: Props) => (
  <DataTable
    label={props.label}
    columns={useColumns(props)}
    rows={props.lines}
    rowKey={({ key }) => key}
    roomy
  />
)
