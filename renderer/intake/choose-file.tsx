import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { intakeKinds, type IntakeKind } from '../../shared/intake/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { useJob } from '../app/use-job.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { uploadFile } from '../desk/upload.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { Choice } from '../ui/choice.tsx'
import { Section } from '../ui/section.tsx'
import { useNoIntake } from './intake-button.tsx'

const LastTime = ({ kind }: { readonly kind: IntakeKind }) => {
  const { t, language } = useText()
  const { data } = useQuery(deskQuery.intake.newest.queryOptions())
  if (!data) return null
  const last = data.find((each) => each.kind === kind)
  return (
    <Typography variant="body2" color="text.secondary">
      {last
        ? t('intake.choose.newest', {
            name: last.fileName,
            asOf: dayText(last.asOf, language),
            by: last.by,
            day: dayText(last.day, language),
          })
        : t('intake.choose.none')}
    </Typography>
  )
}

type Reading = {
  readonly read: (file: File) => void
  readonly name: string
  readonly busy: boolean
  readonly failure: Failure | null
}

/** Sends the file to the desk's memory and has it read there. */
const useReading = (kind: IntakeKind, onRead: (previewId: number) => void): Reading => {
  const [name, setName] = useState('')
  const [refused, setRefused] = useState<Failure | null>(null)
  const job = useJob((end) => {
    if (end.state === 'done') onRead(end.id)
    else setRefused(end.failure)
  })
  const send = useAct(
    async (file: File) => desk.intake.inspect({ uploadId: await uploadFile(file, () => undefined), kind }),
    ({ jobId }) => job.follow(jobId),
  )
  return {
    read: (file) => {
      setName(file.name)
      setRefused(null)
      send.run(file)
    },
    name,
    busy: send.busy || job.running,
    failure: send.failure ?? refused,
  }
}

type PickProps = { readonly busy: boolean; readonly onPick: (file: File) => void }

const PickButton = ({ busy, onPick }: PickProps) => {
  const { t } = useText()
  const shut = useNoIntake()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,.xlsx"
        aria-label={t('intake.choose.button')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onPick(file)
          // The same file may be chosen once more.
          event.target.value = ''
        }}
      />
      <Button variant="contained" disabled={busy || shut !== ''} onClick={() => input.current?.click()}>
        {t('intake.choose.button')}
      </Button>
      {shut !== '' && <Typography color="text.secondary">{shut}</Typography>}
    </>
  )
}

type Props = {
  readonly kind: IntakeKind
  readonly onKind: (kind: IntakeKind) => void
  readonly onRead: (previewId: number) => void
}

export const ChooseFile = ({ kind, onKind, onRead }: Props) => {
  const { t } = useText()
  const reading = useReading(kind, onRead)
  return (
    <Section title={t('intake.choose.title')}>
      <Box sx={{ display: 'grid', gap: 4, pt: 3, maxWidth: 640, justifyItems: 'start' }}>
        <Typography>{t('intake.choose.text')}</Typography>
        <Choice
          label={t('intake.choose.kind')}
          options={intakeKinds.map((each) => ({ value: each, label: t(`intake.kind.${each}`) }))}
          value={kind}
          onChange={onKind}
          disabled={reading.busy}
          tight
        />
        <LastTime kind={kind} />
        <PickButton busy={reading.busy} onPick={reading.read} />
        {reading.busy && (
          <Box role="status" sx={{ width: 1 }}>
            <Typography variant="body2">{t('intake.choose.reading', { name: reading.name })}</Typography>
            <LinearProgress aria-label={t('intake.choose.reading', { name: reading.name })} />
          </Box>
        )}
        <FailureNotice failure={reading.failure} />
      </Box>
    </Section>
  )
}
