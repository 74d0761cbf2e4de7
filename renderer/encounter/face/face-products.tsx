import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Face } from '../../../shared/encounter/face.ts'
import { formatShort } from '../../../shared/money.ts'
import { useText } from '../../text/use-text.ts'
import { useTermText } from '../../product/use-term-text.ts'

const kinds = ['deposit', 'treasury', 'wealth', 'fund', 'insurance', 'metal', 'trust', 'other'] as const

/** Only what is open to this person; what isn't, is not mentioned. */
export const FaceProducts = ({ products }: { readonly products: Face['products'] }) => {
  const { t } = useText()
  const termText = useTermText()
  const kindText = (kind: string): string => t(`face.kind.${kinds.find((each) => each === kind) ?? 'other'}`)
  return (
    <Box component="section" aria-label={t('face.products')}>
      <Typography variant="faceText" component="h2" color="text.secondary" sx={{ pb: 3 }}>
        {`${t('face.products')} · ${t('face.count', { count: products.length })}`}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {products.map((product) => (
          <Box
            component="li"
            key={product.name}
            sx={{
              display: 'grid',
              gridTemplateColumns: '1fr 72px 88px 72px 144px',
              gap: 3,
              py: 1.5,
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <Typography variant="faceNote" sx={{ fontWeight: 600 }}>
              {product.name}
            </Typography>
            <Typography variant="faceNote">{kindText(product.kind)}</Typography>
            <Typography variant="faceNote">
              {product.level === null ? t('face.levelNone') : t('face.level', { level: `R${product.level}` })}
            </Typography>
            <Typography variant="faceNote">{termText(product.termDays)}</Typography>
            <Typography variant="faceNote" sx={{ textAlign: 'right' }}>
              {t('face.from', { amount: formatShort(product.minimum) })}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
