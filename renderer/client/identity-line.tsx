import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { ClientPage } from '../../shared/client/contract.ts'
import { useRight } from '../app/session-context.ts'
import { useText } from '../text/use-text.ts'
import { Tag } from '../ui/tag.tsx'
import { DossierPart } from '../custody/dossier-part.tsx'
import { OwnerPart } from './owner-part.tsx'
import { RatingTag } from './rating-tag.tsx'
import { Reveal } from './reveal.tsx'
import { TypeDialog } from './type-dialog.tsx'
import { TypeTag } from './type-tag.tsx'

const row = { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 3, rowGap: 1 } as const

// Facts of equal rank, each with its own verb: where they stand side by side a line says where one ends.
const fact = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  columnGap: 1.5,
  '& + &': { borderLeft: { xs: 0, lg: 1 }, borderColor: { lg: 'rule2' }, pl: { lg: 3 } },
} as const

const Who = ({ client }: { readonly client: ClientPage }) => {
  const { t } = useText()
  const sex = client.sex === 'unknown' ? '' : t(`client.sex.${client.sex}`)
  const age = client.age === null ? '' : t('client.aged', { n: client.age })
  const about = sex === '' || age === '' ? sex + age : t('client.about', { sex, age })
  return (
    <>
      <Typography variant="pageTitle" component="h2">
        {client.name}
      </Typography>
      <Typography variant="body2" component="span" color="text.secondary">
        {about}
      </Typography>
    </>
  )
}

/** Who this is, at a glance; numbers masked. */
export const IdentityLine = ({ client }: { readonly client: ClientPage }) => {
  const { t } = useText()
  const mayEdit = useRight('client.edit')
  const [judging, setJudging] = useState(false)
  return (
    <Box sx={{ ...row, justifyContent: 'space-between', pt: 1, pb: 2 }}>
      <Box sx={row}>
        <Who client={client} />
        <TypeTag type={client.type} confirmed={client.typeConfirmed} />
        {mayEdit && (
          <Button variant="text" size="small" onClick={() => setJudging(true)}>
            {t(client.typeConfirmed ? 'client.type.change' : 'client.type.confirm')}
          </Button>
        )}
        <RatingTag rating={client.rating} />
        {client.idDoubtful && <Tag tone="ochre">{t('client.idDoubtful')}</Tag>}
      </Box>
      <Box sx={{ ...row, color: 'text.secondary', fontSize: '0.8125rem' }}>
        <Box sx={fact}>
          {client.dossierNumber !== null && (
            <span>
              {t('client.field.dossierNumber')} {client.dossierNumber}
            </span>
          )}
          <DossierPart clientId={client.id} />
        </Box>
        <Box sx={fact}>
          {t('client.field.phone')}
          <Reveal clientId={client.id} field="phone" masked={client.phone} />
        </Box>
        <Box sx={fact}>
          <OwnerPart client={client} />
        </Box>
      </Box>
      {judging && <TypeDialog client={client} onClose={() => setJudging(false)} />}
    </Box>
  )
}
