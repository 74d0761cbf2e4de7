import type { Components, Theme } from '@mui/material/styles'

// Paper is cut, not moulded: lines instead of boxes; only what lies above the page casts a shadow.
export const surfaces: Components<Theme> = {
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiAppBar: { defaultProps: { elevation: 0, color: 'transparent' } },
  MuiDialog: {
    styleOverrides: {
      paper: ({ theme }) => ({
        width: 480,
        maxWidth: 'calc(100vw - 64px)',
        borderRadius: 6,
        border: `1px solid ${theme.vars.palette.divider}`,
      }),
    },
  },
  MuiDialogTitle: {
    styleOverrides: {
      root: { padding: '20px 24px 8px', fontSize: '1rem', lineHeight: '1.5rem', fontWeight: 600 },
    },
  },
  MuiDialogContent: { styleOverrides: { root: { padding: '0 24px' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '20px 24px', gap: 8 } } },
  MuiMenu: {
    styleOverrides: {
      paper: ({ theme }) => ({
        background: theme.vars.palette.raised,
        border: `1px solid ${theme.vars.palette.divider}`,
      }),
    },
  },
  MuiMenuItem: {
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 34,
        fontSize: '0.875rem',
        '&.Mui-selected, &.Mui-selected:hover, &.Mui-focusVisible': {
          background: theme.vars.palette.blueTint,
        },
      }),
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({
        height: 34,
        padding: '4px 8px',
        fontSize: '0.8125rem',
        lineHeight: '1.25rem',
        borderBottomColor: theme.vars.palette.divider,
        '&:first-of-type': { paddingLeft: 0 },
        '&:last-of-type': { paddingRight: 0 },
      }),
      head: ({ theme }) => ({
        height: 30,
        fontSize: '0.75rem',
        color: theme.vars.palette.text.disabled,
        fontWeight: 400,
        borderBottomColor: theme.vars.palette.rule2,
      }),
    },
  },
  MuiTableRow: {
    styleOverrides: {
      root: ({ theme }) => ({
        '&.Mui-selected, &.Mui-selected:hover': {
          background: theme.vars.palette.blueTint,
          boxShadow: `inset 4px 0 0 ${theme.vars.palette.primary.main}`,
          '& > :first-of-type': { paddingLeft: 12 },
          '& > :last-of-type': { paddingRight: 8 },
        },
      }),
    },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 500, enterNextDelay: 500 },
    styleOverrides: {
      tooltip: ({ theme }) => ({
        background: theme.vars.palette.text.primary,
        color: theme.vars.palette.background.default,
        fontSize: '0.75rem',
        fontWeight: 400,
        borderRadius: 4,
      }),
    },
  },
  MuiLinearProgress: {
    styleOverrides: {
      root: ({ theme }) => ({ height: 6, borderRadius: 2, background: theme.vars.palette.well }),
      bar: { borderRadius: 2 },
    },
  },
}
