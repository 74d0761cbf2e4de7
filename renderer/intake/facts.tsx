import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { IntakePreview } from '../../shared/intake/contract.ts'
import { formatFen } from '../../shared/money.ts'
import { useSession } from '../app/session-context.ts'
import { useText } from '../text/use-text.ts'
import { Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { useFieldName } from './field-name.ts'

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gridTemplateColumns: '96px 1fr',
      py: 1.5,
      borderBottom: 1,
      borderColor: 'divider',
    }}
  >
    <Typography component="dt" variant="body2" color="text.secondary">
      {name}
    </Typography>
    <Typography component="dd" variant="body2" sx={{ m: 0 }}>
      {children}
    </Typography>
  </Box>
)

const useControlWord = ({ control }: IntakePreview): string => {
  const { t } = useText()
  const { sum, stated } = control
  if (stated === null) return t('intake.facts.controlNone', { sum: formatFen(sum) })
  if (stated === sum) return t('intake.facts.controlGood', { stated: formatFen(stated) })
  const difference = formatFen(stated - sum)
  return t('intake.facts.controlBad', { stated: formatFen(stated), sum: formatFen(sum), difference })
}

const Control = ({ preview }: { readonly preview: IntakePreview }) => {
  const { t } = useText()
  const word = useControlWord(preview)
  const { sum, stated, statedRows, booked } = preview.control
  const isGood = stated === null || stated === sum
  return (
    <>
      <Fact name={t('intake.facts.control')}>
        {isGood ? word : <Tag tone="seal">{word}</Tag>}
        {statedRows !== null && statedRows !== preview.rows && (
          <Tag tone="seal">{t('intake.facts.rowsBad', { stated: statedRows, rows: preview.rows })}</Tag>
        )}
      </Fact>
      <Fact name={t('intake.facts.booked')}>
        {formatFen(booked)}
        {booked !== sum && ` ${t('intake.facts.bookedNote', { difference: formatFen(sum - booked) })}`}
      </Fact>
    </>
  )
}

const Columns = ({ preview }: { readonly preview: IntakePreview }) => {
  const { t } = useText()
  const nameOf = useFieldName()
  return (
    <Box component="details" sx={{ pt: 2 }}>
      <Typography component="summary" variant="body2" sx={{ cursor: 'pointer' }}>
        {t('intake.mapping.title')}
      </Typography>
      <Box component="dl" sx={{ m: 0, columns: 2, columnGap: 7 }}>
        {preview.mapping.map(({ field, heading }) => (
          <Fact key={field} name={nameOf(field)}>
            {heading}
          </Fact>
        ))}
      </Box>
      {preview.unknownHeadings.length > 0 && (
        <Typography variant="body2" color="text.secondary">
          {t('intake.mapping.unknown', { names: preview.unknownHeadings.join('、') })}
        </Typography>
      )}
    </Box>
  )
}

type Props = {
  readonly preview: IntakePreview
  readonly asOf: string
  readonly onAsOf: (day: string) => void
}

/** How the file was understood: everything here can be checked against the paper. */
export const Facts = ({ preview, asOf, onAsOf }: Props) => {
  const { t } = useText()
  const { today } = useSession()
  const { encoding, headerLine } = preview
  const helper = asOf === '' ? { error: t('intake.facts.asOfMissing') } : {}
  const ahead = asOf > today ? { error: t('intake.facts.asOfFuture') } : {}
  return (
    <Section title={t('intake.facts.title')} note={t(`intake.kind.${preview.kind}`)}>
      <Box component="dl" sx={{ m: 0 }}>
        <Fact name={t('intake.facts.file')}>{preview.fileName}</Fact>
        <Fact name={t('intake.facts.encoding')}>{t(`intake.encoding.${encoding}`)}</Fact>
        <Fact name={t('intake.facts.header')}>{t('intake.facts.headerLine', { line: headerLine })}</Fact>
        <Fact name={t('intake.facts.rows')}>{preview.rows}</Fact>
        {preview.kind === 'client-book' && <Control preview={preview} />}
      </Box>
      <Box sx={{ pt: 3, maxWidth: 240 }}>
        <DateInput label={t('intake.facts.asOf')} value={asOf} onChange={onAsOf} {...helper} {...ahead} />
      </Box>
      <Columns preview={preview} />
    </Section>
  )
}
