import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** How wide and how high; only the proportion matters. */
export type Shape = { readonly width: number; readonly height: number }

const a4 = { width: 210, height: 297 } as const

export const shapeOf = (wide: boolean): Shape => (wide ? { width: a4.height, height: a4.width } : a4)

type Props = { readonly shape: Shape; readonly isDrawn: boolean; readonly children?: ReactNode }

/** A sheet's place on the screen, kept from the first moment: white paper once the page is drawn, a well until then. */
export const SheetPlace = ({ shape, isDrawn, children }: Props) => (
  <Box
    sx={{
      aspectRatio: `${shape.width} / ${shape.height}`,
      bgcolor: isDrawn ? 'common.white' : 'well',
      outline: 1,
      outlineColor: 'divider',
      mb: 3,
    }}
  >
    {children}
  </Box>
)
