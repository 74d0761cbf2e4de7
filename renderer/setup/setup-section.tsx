import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNavigate } from 'react-router'
import { useRight } from '../app/session-context.ts'
import { useText } from '../text/use-text.ts'
import { Section } from '../ui/section.tsx'
import { useSetup } from './use-setup.ts'

/** Where the list is found again once it no longer meets the centre head at the door. */
export const SetupSection = () => {
  const { t } = useText()
  const go = useNavigate()
  const may = useRight('staff.manage')
  const setup = useSetup(may)
  if (!may || !setup) return null
  const done = setup.lines.filter((line) => line.done).length
  const show = (
    <Button variant="text" size="small" onClick={() => void go('/setup')}>
      {t('setup.show')}
    </Button>
  )
  return (
    <Section title={t('setup.title')} action={show}>
      <Typography sx={{ pt: 2 }}>{t('setup.progress', { done, all: setup.lines.length })}</Typography>
    </Section>
  )
}
