import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Face } from '../../../shared/encounter/face.ts'
import { formatFen } from '../../../shared/money.ts'
import { dayText } from '../../text/day.ts'
import { useText } from '../../text/use-text.ts'
import { FaceProducts } from './face-products.tsx'
import { FaceStructure } from './face-structure.tsx'

const Topics = ({ face }: { readonly face: Face }) => {
  const { t, language } = useText()
  const [first, ...rest] = face.topics
  if (!first) return <Typography variant="faceTitle">{t('face.noTopics')}</Typography>
  return (
    <Box>
      <Typography variant="faceText" color="text.secondary">
        {t('face.topics')}
      </Typography>
      {[first, ...rest].map((topic, index) => (
        <Box key={index} sx={{ pt: 3 }}>
          <Typography variant={index === 0 ? 'faceTitle' : 'faceText'} component="p">
            {t(`face.area.${topic.area}`)}
            {topic.latest !== null && ` · ${t('face.until', { date: dayText(topic.latest, language) })}`}
          </Typography>
          {topic.amount !== null && (
            <Typography variant="faceText" sx={{ color: 'primary.main', fontWeight: 600 }}>
              {`${formatFen(topic.amount)} ${t('face.yuan')}`}
            </Typography>
          )}
        </Box>
      ))}
    </Box>
  )
}

/** What the client sees: words and numbers to keep, no controls, no grade, no other name. */
export const ClientFace = ({ face }: { readonly face: Face }) => {
  const { t, language } = useText()
  return (
    <Box
      component="main"
      sx={{
        height: 1,
        overflow: 'auto',
        bgcolor: 'background.paper',
        px: 18,
        py: 10,
        display: 'flex',
        flexDirection: 'column',
      }}
    >
      <Box component="header" sx={{ display: 'flex', justifyContent: 'space-between', gap: 6, pb: 10 }}>
        <Typography variant="faceNote" component="h1" sx={{ fontWeight: 600 }}>
          {t(`face.hello.${face.sex}`, { name: face.surname })}
        </Typography>
        <Typography variant="faceNote" color="text.secondary">
          {`${face.bank}${face.branch}，${dayText(face.today, language)}`}
        </Typography>
      </Box>
      <Box
        sx={{
          flex: 1,
          display: 'grid',
          gap: 10,
          gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 520px) minmax(0, 1fr)' },
        }}
      >
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 8 }}>
          <Topics face={face} />
          {face.structure && <FaceStructure structure={face.structure} />}
        </Box>
        {face.products.length > 0 && <FaceProducts products={face.products} />}
      </Box>
      <Box
        component="footer"
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          pt: 4,
          mt: 6,
          borderTop: 1,
          borderColor: 'rule2',
        }}
      >
        <Typography variant="faceNote">{t('face.note')}</Typography>
        <Typography variant="faceNote">{t('face.manager', { name: face.managerName })}</Typography>
      </Box>
    </Box>
  )
}
