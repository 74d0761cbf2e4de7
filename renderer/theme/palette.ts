import type { PaletteOptions } from '@mui/material/styles'
import type { Tokens } from './tokens.ts'

/** The library's names on the left, the look's names on the right. */
export const paletteOf = (t: Tokens): PaletteOptions => ({
  primary: { main: t.blue, dark: t.blueDeep, light: t.blueTint, contrastText: t.onBlue },
  secondary: { main: t.ink2, dark: t.ink, light: t.ink3, contrastText: t.paper },
  error: { main: t.seal, dark: t.sealDeep, light: t.sealTint, contrastText: t.onBlue },
  warning: { main: t.ochre, dark: t.ochre, light: t.ochreTint, contrastText: t.onBlue },
  success: { main: t.pine, dark: t.pine, light: t.pine, contrastText: t.onBlue },
  info: { main: t.blue, dark: t.blueDeep, light: t.blueTint, contrastText: t.onBlue },
  background: { default: t.paper, paper: t.sheet },
  text: { primary: t.ink, secondary: t.ink2, disabled: t.ink3 },
  divider: t.rule,
  raised: t.raised,
  well: t.well,
  edge: t.edge,
  rule2: t.rule2,
  blueTint: t.blueTint,
  sealTint: t.sealTint,
  ochreTint: t.ochreTint,
  spine: { ground: t.spine, text: t.spineText, focus: t.spineFocus },
  chart: t.chart,
})
