import { GlobalWorkerOptions } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

type Policy = { readonly createScriptURL: (url: string) => string }
type PolicyFactory = {
  readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Policy
}

declare global {
  interface Window {
    readonly trustedTypes?: PolicyFactory
  }
}

// The one Trusted Types policy of the app: it makes the pdf.js worker from the app's own origin, nothing else.
const fromOwnOrigin = (url: string): string => {
  const { origin, href } = new URL(url, document.baseURI)
  if (origin !== location.origin) throw new TypeError('a worker of another origin')
  return href
}

let isReady = false

export const readyPdfWorker = (): void => {
  if (isReady) return
  const policy = window.trustedTypes?.createPolicy('zhiyin-worker', { createScriptURL: fromOwnOrigin })
  const url = policy ? policy.createScriptURL(workerUrl) : fromOwnOrigin(workerUrl)
  GlobalWorkerOptions.workerPort = new Worker(url, { type: 'module' })
  isReady = true
}
