import { createTheme } from '@mui/material/styles'
import type { Shadows, Theme } from '@mui/material/styles'
import { enUS, zhCN } from '@mui/material/locale'
import type { Language } from '../../shared/text/index.ts'
import { controls } from './controls.ts'
import { inputs } from './inputs.ts'
import { paletteOf } from './palette.ts'
import { surfaces } from './surfaces.ts'
import { words } from './words.ts'
import { darkTokens, lightTokens } from './tokens.ts'
import { typography } from './typography.ts'

const overlay = '0 8px 24px rgb(28 37 48 / 0.16)'

// Only menus (8) and dialogs (24) lie above the page.
const shadows = Array.from({ length: 25 }, (_, level) =>
  level === 8 || level === 24 ? overlay : 'none',
) as Shadows

const options = {
  cssVariables: { colorSchemeSelector: 'data', cssVarPrefix: 'zy' },
  colorSchemes: { light: { palette: paletteOf(lightTokens) }, dark: { palette: paletteOf(darkTokens) } },
  typography,
  spacing: 4,
  shape: { borderRadius: 4 },
  shadows,
  transitions: {
    duration: {
      shortest: 120,
      shorter: 120,
      short: 120,
      standard: 160,
      complex: 160,
      enteringScreen: 160,
      leavingScreen: 120,
    },
  },
  components: {
    ...controls,
    ...inputs,
    ...surfaces,
    MuiTypography: words,
  },
} as const

export const themeFor = (language: Language): Theme =>
  createTheme(options, language === 'zh-CN' ? zhCN : enUS)
