import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { Printout } from '../../shared/printout/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'

type Props = { readonly printout: Printout; readonly onDone: (printout: Printout) => void }

const answers = ['taken', 'failed', 'void'] as const

/** 已取件 / 失败 / 作废: said by the person who stands at the printer. */
export const OutcomeButtons = ({ printout, onDone }: Props) => {
  const { t } = useText()
  const finish = useAct(
    (outcome: (typeof answers)[number]) => desk.printout.finish({ id: printout.id, outcome }),
    onDone,
  )
  return (
    <Box role="group" aria-label={t('printout.ask.outcome')}>
      <Typography sx={{ fontWeight: 500 }}>{t('printout.ask.outcome')}</Typography>
      <Typography variant="body2" color="text.secondary" sx={{ pb: 2 }}>
        {t('printout.ask.outcomeHint')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>
        {answers.map((outcome) => (
          <Button
            key={outcome}
            variant={outcome === 'taken' ? 'contained' : 'outlined'}
            disabled={finish.busy}
            onClick={() => finish.run(outcome)}
          >
            {t(`printout.action.${outcome}`)}
          </Button>
        ))}
      </Box>
      <FailureNotice failure={finish.failure} />
    </Box>
  )
}
