import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { SealedView } from '../../shared/seal/contract.ts'
import { formatFen } from '../../shared/money.ts'
import { useRight, useSession } from '../app/session-context.ts'
import { deskQuery } from '../desk/desk.ts'
import { dayText } from '../text/day.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'

const useFacts = (stub: SealedView): readonly (readonly [string, string])[] => {
  const { t, language } = useText()
  const day = (date: string): string => dayText(date, language)
  return [
    [t('seal.field.name'), stub.name],
    [t('seal.field.number'), stub.number ?? ''],
    [t('seal.field.dossier'), stub.dossierNumber ?? ''],
    [t('seal.field.owner'), stub.owner],
    [t('seal.field.place'), stub.place],
    [
      t('seal.field.aum'),
      `${formatFen(stub.aum)}（${stub.asOf === null ? t('ui.state.empty') : day(stub.asOf)}）`,
    ],
    [t('seal.field.retain'), stub.retainUntil === null ? t('seal.field.running') : day(stub.retainUntil)],
  ]
}

const Stub = ({ stub }: { readonly stub: SealedView }) => {
  const { t, language } = useText()
  const { zone } = useSession()
  const navigate = useNavigate()
  const mayLook = useRight('dossier.register')
  const facts = useFacts(stub)
  const at = momentText(stub.sealedAt, zone, language)
  const told = { at, by: stub.sealedBy }
  const text =
    stub.reason === null
      ? t('seal.stub.text', told)
      : t('seal.stub.why', { ...told, reason: t(`seal.reason.${stub.reason}`) })
  return (
    <Box sx={{ display: 'grid', gap: 4, pt: 3, maxWidth: 720 }}>
      <Notice
        kind="told"
        title={t('seal.stub.title')}
        kept={text}
        action={
          mayLook && (
            <Button onClick={() => void navigate('/archive/sealed')}>{t('seal.action.toList')}</Button>
          )
        }
      />
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '120px 1fr', rowGap: 2 }}>
        {facts.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="text.secondary">
              {name}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0 }}>
              {value === '' ? t('ui.state.empty') : value}
            </Typography>
          </Box>
        ))}
      </Box>
      <Typography variant="body2" color="text.secondary">
        {t('seal.hint.retain')}
      </Typography>
      {stub.waiting > 0 && (
        <Typography variant="body2">{t('seal.stub.waiting', { n: stub.waiting })}</Typography>
      )}
    </Box>
  )
}

/** All there is of a sealed client, and whom to ask. */
export const SealedStub = ({ clientId }: { readonly clientId: number }) => {
  const { data } = useQuery(deskQuery.seal.of.queryOptions({ input: { clientId } }))
  return data?.sealed ? <Stub stub={data.sealed} /> : null
}
