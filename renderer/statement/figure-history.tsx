import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { Figure } from '../../shared/figure/model.ts'
import { formatFen } from '../../shared/money.ts'
import { useSession } from '../app/session-context.ts'
import { deskQuery } from '../desk/desk.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'

type Props = { readonly clientId: number; readonly figure: Figure; readonly onClose: () => void }

/** Every earlier value of one figure, with who wrote it down and when (FT-07). */
export const FigureHistory = ({ clientId, figure, onClose }: Props) => {
  const { t, language } = useText()
  const { zone } = useSession()
  const id = useId()
  const { data = [] } = useQuery(
    deskQuery.figure.history.queryOptions({ input: { clientId, id: figure.id } }),
  )
  return (
    <Dialog open onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{`${t('figure.sheet.history')} ${t(`figure.kind.${figure.kind}`)}`}</DialogTitle>
      <DialogContent tabIndex={0}>
        <DataTable
          label={t('figure.sheet.history')}
          rows={data}
          rowKey={({ seq }) => seq}
          columns={[
            { key: 'at', head: t('printout.field.at'), cell: ({ at }) => momentText(at, zone, language) },
            { key: 'by', head: t('printout.field.by'), cell: ({ by }) => by },
            {
              key: 'source',
              head: t('figure.field.source'),
              cell: ({ source }) => t(`figure.source.${source}`),
            },
            {
              key: 'amount',
              head: t('figure.field.amount'),
              numeric: true,
              cell: ({ amount, removed }) => (removed ? t('figure.sheet.removed') : formatFen(amount)),
            },
          ]}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('ui.action.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
