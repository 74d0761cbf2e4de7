import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Section } from '../ui/section.tsx'
import { KnownPart } from './known-part.tsx'
import { useMeeting } from './meeting-context.ts'

/** Words to say, rules to keep, actions to do, and what we know: beside the sheet, never on the client's face. */
export const MeetingAside = () => {
  const { t, language } = useText()
  const { view } = useMeeting()
  const [turn, setTurn] = useState(0)
  const script = useQuery(deskQuery.encounter.script.queryOptions({ input: { step: view.step } }))
  const lines = (script.data ?? []).map((line) => ({
    ...line,
    text: language === 'en' ? line.en : line.zh,
  }))
  const words = lines.filter(({ kind }) => kind === 'words')
  const word = words[turn % Math.max(1, words.length)]
  const list = (kind: 'rule' | 'action') =>
    lines
      .filter((line) => line.kind === kind)
      .map((line) => (
        <Typography key={line.id} component="li" sx={{ py: 1 }}>
          {line.text}
        </Typography>
      ))
  const next = (
    <Button size="small" onClick={() => setTurn(turn + 1)}>
      {t('encounter.bar.nextWords')}
    </Button>
  )
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
      {word && (
        <Section title={t('encounter.bar.words')} action={words.length > 1 ? next : undefined}>
          <Typography variant="say" sx={{ py: 2 }}>
            {word.text}
          </Typography>
        </Section>
      )}
      <Section title={t('encounter.bar.rules')}>
        <Box component="ul" sx={{ m: 0, pl: 5, py: 1 }}>
          {list('rule')}
        </Box>
      </Section>
      <Section title={t('encounter.bar.actions')}>
        <Box component="ul" sx={{ m: 0, pl: 5, py: 1 }}>
          {list('action')}
        </Box>
      </Section>
      <Section title={t('encounter.bar.known')}>
        <KnownPart />
      </Section>
    </Box>
  )
}
