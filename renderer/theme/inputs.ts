import type { Components, Theme } from '@mui/material/styles'

// Labels stand above, never float; the helper line keeps its height so that nothing jumps.
export const inputs: Components<Theme> = {
  MuiOutlinedInput: {
    defaultProps: { notched: false, autoComplete: 'off' },
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 36,
        background: theme.vars.palette.raised,
        fontSize: '0.875rem',
        '& .MuiOutlinedInput-notchedOutline': { borderColor: theme.vars.palette.edge, borderWidth: 1 },
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: theme.vars.palette.text.secondary },
        '&.Mui-focused': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: 1 },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': {
          borderColor: theme.vars.palette.primary.main,
          borderWidth: 1,
        },
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: theme.vars.palette.error.main },
        '&.Mui-disabled .MuiOutlinedInput-notchedOutline': { borderColor: theme.vars.palette.rule2 },
        '&.zy-meeting': { minHeight: 40, fontSize: '1rem' },
      }),
      input: ({ theme }) => ({
        padding: '0 10px',
        height: 34,
        // The face's own bullet is too small to count.
        '&[type="password"]': { fontFamily: 'system-ui, sans-serif', fontSize: '1.25rem', letterSpacing: 2 },
        '.zy-meeting &:not(textarea)': { height: 38, padding: '0 11px' },
        '&::placeholder': { color: theme.vars.palette.text.disabled, opacity: 1 },
      }),
      multiline: { padding: '7px 11px', '& textarea': { padding: 0, lineHeight: '1.625rem' } },
      notchedOutline: { top: 0, '& legend': { display: 'none' } },
    },
  },
  MuiSelect: {
    styleOverrides: { select: { display: 'flex', alignItems: 'center', paddingTop: 0, paddingBottom: 0 } },
  },
  MuiFormLabel: {
    styleOverrides: {
      root: ({ theme }) => ({
        fontSize: '0.8125rem',
        lineHeight: '1.25rem',
        color: theme.vars.palette.text.secondary,
        '&.Mui-focused, &.Mui-error': { color: theme.vars.palette.text.secondary },
        '& .MuiFormLabel-asterisk': { display: 'none' },
      }),
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: ({ theme }) => ({
        margin: 0,
        minHeight: '1.25rem',
        fontSize: '0.75rem',
        lineHeight: '1.25rem',
        color: theme.vars.palette.text.disabled,
      }),
    },
  },
  MuiFormControlLabel: {
    styleOverrides: { root: { marginLeft: -5 } },
  },
}
