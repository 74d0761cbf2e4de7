import Box from '@mui/material/Box'
import { Page } from '../app/page.tsx'
import { useRight } from '../app/session-context.ts'
import { useText } from '../text/use-text.ts'
import { AuditSection } from './audit-section.tsx'
import { BackupSection } from './backup-section.tsx'
import { LanguageSection } from './language-section.tsx'
import { PassphraseSection } from './passphrase-section.tsx'
import { PinSection } from './pin-section.tsx'
import { PolicySection } from './policy-section.tsx'
import { SetupSection } from '../setup/setup-section.tsx'
import { StaffSection } from './staff-section.tsx'

export const SettingsPage = () => {
  const { t } = useText()
  const mayBackUp = useRight('backup.run')
  return (
    <Page title={<h1 style={{ font: 'inherit', margin: 0 }}>{t('settings.title')}</h1>}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
          columnGap: 7,
          rowGap: 7,
          pt: 3,
          alignItems: 'start',
        }}
      >
        <Box sx={{ display: 'grid', gap: 7 }}>
          <SetupSection />
          <PolicySection />
          <StaffSection />
        </Box>
        <Box sx={{ display: 'grid', gap: 7 }}>
          <AuditSection />
          {mayBackUp && <BackupSection />}
          <LanguageSection />
          <PassphraseSection />
          <PinSection />
        </Box>
      </Box>
    </Page>
  )
}
