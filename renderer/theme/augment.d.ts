import type {} from '@mui/material/themeCssVarsAugmentation'

type OwnPalette = {
  raised: string
  well: string
  edge: string
  rule2: string
  blueTint: string
  sealTint: string
  ochreTint: string
  spine: { ground: string; text: string; focus: string }
  chart: Readonly<Record<1 | 2 | 3 | 4 | 5, string>>
}

type OwnVariants =
  | 'stepTitle'
  | 'pageTitle'
  | 'lead'
  | 'heading'
  | 'meta'
  | 'say'
  | 'faceAmount'
  | 'faceTitle'
  | 'faceText'
  | 'faceNote'

declare module '@mui/material/styles' {
  interface Palette extends OwnPalette {}
  interface PaletteOptions extends Partial<OwnPalette> {}
  interface TypographyVariants extends Record<OwnVariants, React.CSSProperties> {}
  interface TypographyVariantsOptions extends Partial<Record<OwnVariants, React.CSSProperties>> {}
}

declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides extends Record<OwnVariants, true> {
    h1: false
    h2: false
    h3: false
    h4: false
    h5: false
    h6: false
    subtitle1: false
    subtitle2: false
    overline: false
  }
}
