import { useTheme } from '@mui/material/styles'
import { useId } from 'react'
import { layBar, type Part } from '../../shared/chart/bars.ts'
import { screenFill, type ScreenFill } from './fills.ts'
import { useWidth } from './use-width.ts'

type Props = {
  /** What the bar is, for a screen reader; its numbers are in the table below. */
  readonly label: string
  readonly parts: readonly Part[]
  readonly scale: number
}

const height = 26
const size = 12
const line = 18

const Hatch = ({ id, ink }: { readonly id: string; readonly ink: string }) => (
  <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
    <path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" style={{ stroke: ink }} strokeWidth="1.6" fill="none" />
  </pattern>
)

/** One bar of at most five parts, each labelled at its place; starts at zero. */
export const BarView = ({ label, parts, scale }: Props) => {
  const [box, width] = useWidth(596)
  const id = useId().replaceAll(':', '')
  const { vars } = useTheme()
  const { chart, text } = vars.palette
  const { segments, rows } = layBar(parts, scale, width, size)
  const paint = (fill: ScreenFill): string =>
    fill === 'owed' ? `url(#${id})` : fill === 'own' ? 'transparent' : chart[fill]
  const edge = (fill: ScreenFill): string =>
    fill === 'owed' ? chart[2] : fill === 'own' ? chart[1] : fill === 4 || fill === 5 ? chart[2] : 'none'
  return (
    <div ref={box}>
      <svg
        role="img"
        aria-label={label}
        width={width}
        height={height + 4 + rows * line}
        style={{ display: 'block' }}
      >
        <defs>
          <Hatch id={id} ink={chart[2]} />
        </defs>
        {segments.map((segment) => {
          const fill = screenFill(segment.key)
          return (
            <g key={segment.key}>
              <rect
                x={segment.x + 0.5}
                y={0.5}
                width={Math.max(1, segment.width - 2)}
                height={height}
                style={{ fill: paint(fill), stroke: edge(fill) }}
              />
              {segment.row > 0 && (
                <path
                  d={`M${segment.x + segment.width / 2} ${height}v${6 + segment.row * line}`}
                  style={{ stroke: text.disabled }}
                  fill="none"
                />
              )}
              <text
                x={segment.labelX}
                y={height + 16 + segment.row * line}
                style={{ fill: text.secondary, fontSize: size }}
              >
                {segment.label}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
