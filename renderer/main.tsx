import './app/no-eval.ts'
import '@fontsource-variable/noto-sans-sc'
import './theme/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { holdPage } from './app/lock-page.ts'
import { forgetHistory } from './app/place.ts'
import { startTexts } from './text/i18n.ts'

const place = document.getElementById('root')
if (!place) throw new Error('the page has no root')

forgetHistory()
const root = createRoot(place)
holdPage(() => root.unmount())
await startTexts('zh-CN')
root.render(<App />)
