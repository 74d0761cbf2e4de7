import type { Components, Theme } from '@mui/material/styles'
import { variantElements } from './typography.ts'

// The library knows `textSecondary` only; the palette's own path reads the same everywhere, in sx and here.
export const words: NonNullable<Components<Theme>['MuiTypography']> = {
  defaultProps: { variantMapping: variantElements },
  styleOverrides: {
    root: ({ theme, ownerState }) => {
      if (ownerState.color === 'text.secondary') return { color: theme.vars.palette.text.secondary }
      if (ownerState.color === 'text.disabled') return { color: theme.vars.palette.text.disabled }
      return {}
    },
  },
}
