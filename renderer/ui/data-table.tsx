import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

export type Column<Row> = {
  readonly key: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Amounts and counts stand right; words left. */
  readonly numeric?: boolean
  readonly width?: number | string
  /** The first words of a row; 500 weight. */
  readonly strong?: boolean
}

type Props<Row> = {
  /** What the table is, for a screen reader. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string | number
  readonly selected?: (row: Row) => boolean
  readonly onOpen?: (row: Row) => void
  /** One sentence how to begin, with its button. */
  readonly empty?: ReactNode
  /** 46 instead of 34 high, for rows that carry a button. */
  readonly roomy?: boolean
}

export const DataTable = <Row,>(props: Props<Row>) => {
  const { label, columns, rows, rowKey, selected, onOpen, empty, roomy = false } = props
  if (rows.length === 0 && empty !== undefined) {
    return (
      <Typography component="div" color="text.secondary" sx={{ py: 3 }}>
        {empty}
      </Typography>
    )
  }
  return (
    <Table aria-label={label} size="small">
      <TableHead>
        <TableRow>
          {columns.map(({ key, head, numeric, width }) => (
            <TableCell key={key} scope="col" align={numeric ? 'right' : 'left'} sx={{ width }}>
              {head}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow
            key={rowKey(row)}
            selected={selected?.(row) ?? false}
            onClick={onOpen && (() => onOpen(row))}
            sx={onOpen ? { cursor: 'pointer', '&:hover': { bgcolor: 'background.paper' } } : {}}
          >
            {columns.map(({ key, cell, numeric, strong }) => (
              <TableCell
                key={key}
                align={numeric ? 'right' : 'left'}
                sx={{ height: roomy ? 46 : 34, fontWeight: strong ? 500 : 400 }}
              >
                {cell(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
