import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { Need } from '../../../shared/need/model.ts'
import { useText } from '../../text/use-text.ts'
import { Tag } from '../../ui/tag.tsx'
import { Amount } from '../amount.tsx'

type Props = { readonly needs: readonly Need[]; readonly onChange?: (need: Need) => void }

export const NeedList = ({ needs, onChange }: Props) => {
  const { t } = useText()
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {needs.map((need, index) => (
        <Box
          component="li"
          key={need.id}
          sx={{
            display: 'flex',
            gap: 4,
            alignItems: 'baseline',
            py: 2,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Typography color="text.secondary">{index + 1}</Typography>
          <Typography sx={{ fontWeight: 600, minWidth: 80 }}>{t(`need.area.${need.area}`)}</Typography>
          <Typography sx={{ flex: 1, minWidth: 0 }}>{need.words}</Typography>
          {need.amount !== null && <Amount fen={need.amount} />}
          {need.carriedFrom !== null && <Tag tone="ochre">{t('need.carried')}</Tag>}
          <Tag tone={need.priority === 'high' ? 'blue' : 'plain'}>
            {`${t('need.priority')} ${t(`need.level.${need.priority}`)}`}
          </Tag>
          {onChange && (
            <Button size="small" onClick={() => onChange(need)}>
              {t('encounter.action.changeNeed')}
            </Button>
          )}
        </Box>
      ))}
    </Box>
  )
}
