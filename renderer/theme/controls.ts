import type { Components, Theme } from '@mui/material/styles'

type Overrides = Components<Theme>

// Buttons and the other things one clicks.
export const controls: Overrides = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true, disableTouchRipple: true },
    styleOverrides: {
      root: ({ theme }) => ({
        fontFamily: 'inherit',
        '&.Mui-focusVisible': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: 1 },
      }),
    },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, variant: 'outlined' },
    styleOverrides: {
      root: ({ theme }) => ({
        minWidth: 0,
        height: 32,
        padding: '0 14px',
        whiteSpace: 'nowrap',
        '& .MuiButton-startIcon': { marginLeft: 0, marginRight: 6 },
        '&.Mui-disabled': {
          color: theme.vars.palette.text.disabled,
          border: `1px solid ${theme.vars.palette.rule2}`,
          background: 'transparent',
        },
      }),
      sizeSmall: { height: 28, padding: '0 10px', fontSize: '0.8125rem' },
      sizeLarge: { height: 44, padding: '0 28px', fontSize: '1rem' },
      contained: ({ theme }) => ({ '&:hover': { background: theme.vars.palette.primary.dark } }),
      outlined: ({ theme }) => ({
        color: theme.vars.palette.text.primary,
        background: theme.vars.palette.background.paper,
        borderColor: theme.vars.palette.edge,
        '&:hover': { background: theme.vars.palette.blueTint, borderColor: theme.vars.palette.edge },
      }),
      text: ({ theme }) => ({
        '&&': { padding: 0 },
        '&:hover': {
          background: 'transparent',
          color: theme.vars.palette.primary.dark,
          textDecoration: 'underline',
        },
        '&.Mui-disabled': { border: 'none' },
      }),
    },
  },
  MuiToggleButtonGroup: {
    styleOverrides: {
      root: ({ theme }) => ({
        flexWrap: 'wrap',
        '& .MuiToggleButtonGroup-middleButton, & .MuiToggleButtonGroup-lastButton': {
          borderLeftColor: theme.vars.palette.edge,
        },
      }),
    },
  },
  MuiToggleButton: {
    styleOverrides: {
      root: ({ theme }) => ({
        height: 36,
        padding: '0 14px',
        color: theme.vars.palette.text.primary,
        background: theme.vars.palette.raised,
        borderColor: theme.vars.palette.edge,
        textTransform: 'none',
        fontSize: '0.875rem',
        '&:hover': { background: theme.vars.palette.blueTint },
        '&.Mui-selected, &.Mui-selected:hover': {
          color: theme.vars.palette.primary.main,
          background: theme.vars.palette.blueTint,
          borderColor: theme.vars.palette.primary.main,
          boxShadow: `inset 0 0 0 1px ${theme.vars.palette.primary.main}`,
          fontWeight: 600,
          zIndex: 1,
        },
        '&.Mui-disabled': { color: theme.vars.palette.text.disabled, borderStyle: 'dashed' },
      }),
      sizeLarge: { height: 40, fontSize: '1rem' },
    },
  },
  MuiCheckbox: {
    styleOverrides: { root: ({ theme }) => ({ padding: 5, color: theme.vars.palette.edge }) },
  },
  MuiRadio: {
    styleOverrides: { root: ({ theme }) => ({ padding: 5, color: theme.vars.palette.edge }) },
  },
  MuiLink: {
    defaultProps: { underline: 'hover' },
    styleOverrides: {
      root: ({ theme }) => ({
        fontWeight: 500,
        '&:focus-visible, &.Mui-focusVisible': {
          outline: `2px solid ${theme.vars.palette.primary.main}`,
          outlineOffset: 1,
        },
      }),
    },
  },
  MuiTab: {
    styleOverrides: {
      root: ({ theme }) => ({
        minWidth: 0,
        minHeight: 40,
        padding: 0,
        marginRight: 24,
        fontSize: '0.875rem',
        color: theme.vars.palette.text.secondary,
        '&.Mui-selected': { color: theme.vars.palette.primary.main, fontWeight: 600 },
      }),
    },
  },
  MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
}
