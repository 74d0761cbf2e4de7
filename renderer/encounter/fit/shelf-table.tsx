import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { Fragment, useState } from 'react'
import type { ShelfLine } from '../../../shared/encounter/contract.ts'
import type { Need } from '../../../shared/need/model.ts'
import { formatFen } from '../../../shared/money.ts'
import { useText } from '../../text/use-text.ts'
import { useMeeting } from '../meeting-context.ts'
import { CheckMark, resultOf } from './check-mark.tsx'
import { ChooseForm } from './choose-form.tsx'
import { useTermText } from '../../product/use-term-text.ts'
import { RefusedLine } from './refused-line.tsx'

type Props = { readonly lines: readonly ShelfLine[]; readonly need: Need }

const heads = ['product', 'level', 'term', 'minimum'] as const

// A line that fails by its level or its term is refused at once; the amount can still be changed.
const isRefused = ({ report }: ShelfLine): boolean =>
  ['none', 'expired', 'unconfirmed', 'above'].includes(report.level) || report.term === 'too-long'

/** The shelf for one need, with the three checks side by side. */
export const ShelfTable = ({ lines, need }: Props) => {
  const { t } = useText()
  const termText = useTermText()
  const { send } = useMeeting()
  const [open, setOpen] = useState<number | null>(null)
  const pick = (line: ShelfLine): void => {
    setOpen(open === line.productId ? null : line.productId)
    // The refusal is the desk's word, and its audit line is kept.
    if (isRefused(line) && !line.isInsurance)
      void send({
        type: 'fit.chosen',
        needId: need.id,
        productId: line.productId,
        amount: need.amount,
        premium: null,
        writtenChoice: '',
      })
  }
  return (
    <Table size="small" aria-label={t('fit.shelf')}>
      <TableHead>
        <TableRow>
          {heads.map((head) => (
            <TableCell key={head} align={head === 'minimum' ? 'right' : 'left'}>
              {t(`fit.${head}`)}
            </TableCell>
          ))}
          {(['level', 'means', 'term'] as const).map((check) => (
            <TableCell key={check} align="center">
              {t(`fit.check.${check}`)}
            </TableCell>
          ))}
          <TableCell align="right">{t('fit.choose')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <Fragment key={line.productId}>
            <TableRow>
              <TableCell sx={{ fontWeight: 500, height: 46 }}>{line.name}</TableCell>
              <TableCell>
                {line.report.level === 'not-applicable' ? t('face.levelNone') : `R${line.level}`}
              </TableCell>
              <TableCell>{termText(line.termDays)}</TableCell>
              <TableCell align="right">{formatFen(line.minimum)}</TableCell>
              {([line.report.level, line.report.means, line.report.term] as const).map((check, index) => (
                <TableCell key={index} align="center">
                  <CheckMark result={resultOf(check)} />
                </TableCell>
              ))}
              <TableCell align="right">
                <Button
                  size="small"
                  aria-label={`${t(line.chosen ? 'fit.chosen' : 'fit.choose')} ${line.name}`}
                  onClick={() => pick(line)}
                >
                  {t(line.chosen ? 'fit.chosen' : 'fit.choose')}
                </Button>
              </TableCell>
            </TableRow>
            {open === line.productId && (
              <TableRow>
                <TableCell colSpan={8} sx={{ p: 0 }}>
                  {isRefused(line) && !(line.isInsurance && line.report.level === 'above') ? (
                    <RefusedLine line={line} />
                  ) : (
                    <ChooseForm line={line} need={need} onDone={() => setOpen(null)} />
                  )}
                </TableCell>
              </TableRow>
            )}
          </Fragment>
        ))}
      </TableBody>
    </Table>
  )
}
