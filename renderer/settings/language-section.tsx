import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import type { Language } from '../../shared/text/index.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Choice } from '../ui/choice.tsx'
import { Section } from '../ui/section.tsx'

export const LanguageSection = () => {
  const { t, language } = useText()
  const queries = useQueryClient()
  const change = useAct(
    (next: Language) => desk.session.setLanguage({ language: next }),
    () => queries.invalidateQueries({ queryKey: deskQuery.session.key() }),
  )
  return (
    <Section title={t('settings.language.title')}>
      <Box sx={{ pt: 2 }}>
        <Choice
          tight
          label={t('settings.language.field')}
          value={language}
          onChange={change.run}
          options={[
            { value: 'zh-CN', label: t('settings.language.zh') },
            { value: 'en', label: t('settings.language.en') },
          ]}
        />
      </Box>
    </Section>
  )
}
