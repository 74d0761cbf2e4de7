import type { TypographyVariantsOptions } from '@mui/material/styles'

// One family; rank shows by size, weight and ink, never by colour alone. The last name draws rare name characters.
export const fontFamily =
  "'Noto Sans SC Variable', 'Microsoft YaHei', 'PingFang SC', 'SimSun-ExtB', system-ui, sans-serif"

const text = (size: number, line: number, weight: 400 | 500 | 600 = 400) => ({
  fontFamily,
  fontSize: `${size / 16}rem`,
  lineHeight: `${line / 16}rem`,
  fontWeight: weight,
  letterSpacing: 0,
})

export const typography: TypographyVariantsOptions = {
  fontFamily,
  fontSize: 14,
  fontWeightBold: 600,
  faceAmount: text(76, 92, 600),
  faceTitle: text(38, 52, 600),
  faceText: text(22, 34),
  faceNote: text(16, 26),
  stepTitle: text(24, 34, 600),
  pageTitle: text(22, 30, 600),
  lead: text(16, 24, 600),
  say: text(16, 28),
  heading: text(15, 22, 600),
  body1: text(14, 22),
  body2: text(13, 20),
  meta: text(12, 18),
  caption: text(12, 18),
  button: { ...text(14, 22, 500), textTransform: 'none' },
}

/** What each role is to a screen reader; a page states its own level with `component`. */
export const variantElements = {
  faceAmount: 'p',
  faceTitle: 'h1',
  faceText: 'p',
  faceNote: 'p',
  stepTitle: 'h1',
  pageTitle: 'h1',
  lead: 'p',
  say: 'p',
  heading: 'h2',
  body1: 'p',
  body2: 'p',
  meta: 'span',
} as const
