import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useText } from '../text/use-text.ts'
import { styleCache } from '../theme/emotion-cache.ts'
import { themeFor } from '../theme/theme.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Gate } from './gate.tsx'

const cache = styleCache(document)

// The desk is on this machine: what failed once is shown, not tried again behind the user's back.
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})

export const App = () => {
  const { language } = useText()
  const theme = useMemo(() => themeFor(language), [language])
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system" storageManager={null}>
        <CssBaseline />
        <QueryClientProvider client={queries}>
          <ErrorBoundary>
            <Gate />
          </ErrorBoundary>
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  )
}
