import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { printersOf } from '../desk/paper.ts'
import { useText } from '../text/use-text.ts'
import { Select } from '../ui/select.tsx'

/** The system's own dialog, which asks for printer, copies and pages. */
const ask = 'system-dialog'

export type PrinterChoice = {
  /** The printer to use without a question; absent when the system is to ask. */
  readonly printer: string | undefined
  readonly field: React.ReactNode
}

/** Where the shell knows the printers of this PC, one can be chosen; the last one is chosen already. */
export const usePrinter = (): PrinterChoice => {
  const { t } = useText()
  const { data: printers = [] } = useQuery({ queryKey: ['printers'], queryFn: printersOf, gcTime: 0 })
  const [chosen, setChosen] = useState<string | null>(null)
  const value = chosen ?? printers.find(({ isLast }) => isLast)?.name ?? ask
  if (printers.length === 0) return { printer: undefined, field: null }
  const options = [
    ...printers.map(({ name, label }) => ({ value: name, label })),
    { value: ask, label: t('printout.ask.system') },
  ]
  return {
    printer: value === ask ? undefined : value,
    field: <Select label={t('printout.ask.printer')} options={options} value={value} onChange={setChosen} />,
  }
}
