import SvgIcon from '@mui/material/SvgIcon'

type Props = {
  /** A path of @mdi/js; one icon has one meaning in the whole app. */
  readonly path: string
  readonly size?: 16 | 18 | 20
  /** Only for an icon that stands alone. */
  readonly title?: string
}

export const Icon = ({ path, size = 18, title }: Props) => (
  <SvgIcon {...(title ? { titleAccess: title } : {})} sx={{ fontSize: size, flex: 'none' }}>
    <path d={path} />
  </SvgIcon>
)
