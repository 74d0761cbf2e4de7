import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { ClientPage } from '../../shared/client/contract.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ProposePart } from '../seal/propose-part.tsx'
import { Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { Reveal } from './reveal.tsx'

type FactProps = { readonly name: string; readonly children: ReactNode }

const Fact = ({ name, children }: FactProps) => (
  <Box
    sx={{
      display: 'grid',
      gridTemplateColumns: '120px 1fr',
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

const Facts = ({ client }: { readonly client: ClientPage }) => {
  const { t, language } = useText()
  const empty = t('ui.state.empty')
  const day = (date: string | null): string => (date === null ? empty : dayText(date, language))
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <Fact name={t('client.field.number')}>{client.number ?? empty}</Fact>
      <Fact name={t('client.field.dossierNumber')}>{client.dossierNumber ?? empty}</Fact>
      <Fact name={t('client.field.birthDate')}>{day(client.birthDate)}</Fact>
      <Fact name={t('client.field.documentKind')}>{t(`client.documentKind.${client.documentKind}`)}</Fact>
      <Fact name={t('client.field.documentNumber')}>
        <Reveal clientId={client.id} field="documentNumber" masked={client.documentNumber} />{' '}
        {client.idDoubtful && <Tag tone="ochre">{t('client.idDoubtful')}</Tag>}
      </Fact>
      <Fact name={t('client.field.employer')}>{client.employer || empty}</Fact>
      <Fact name={t('client.field.occupation')}>{client.occupation || empty}</Fact>
      <Fact name={t('client.field.levelDate')}>{day(client.rating.date)}</Fact>
    </Box>
  )
}

/** What the bank's list says of the person, and how the type changed (ID-01). */
export const IdentityTab = ({ client }: { readonly client: ClientPage }) => {
  const { t, language } = useText()
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' },
        gap: 7,
        pt: 4,
        alignItems: 'start',
      }}
    >
      <Section title={t('client.tab.identity')}>
        <Facts client={client} />
        {client.idDoubtful && (
          <Typography variant="body2" color="text.secondary" sx={{ pt: 2 }}>
            {t('client.idDoubtfulText')}
          </Typography>
        )}
        <Box sx={{ pt: 5 }}>
          <ProposePart clientId={client.id} />
        </Box>
      </Section>
      <Section title={t('client.type.history')}>
        <DataTable
          label={t('client.type.history')}
          rows={client.types.map((line, key) => ({ ...line, key }))}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'type',
              head: t('client.type.title'),
              strong: true,
              cell: ({ type }) => t(`client.type.${type}.name`),
            },
            {
              key: 'reason',
              head: t('client.type.reason'),
              cell: ({ reason, confirmed }) => (confirmed ? reason : t('client.type.unconfirmed')),
            },
            {
              key: 'when',
              head: '',
              cell: ({ day, by }) => t('client.type.line', { day: dayText(day, language), by }),
            },
          ]}
        />
      </Section>
    </Box>
  )
}
