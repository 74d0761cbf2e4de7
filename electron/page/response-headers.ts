import { randomBytes } from 'node:crypto'

// What every response to a window carries, from app:// and from the preview alike (one builder, one test).

/** Stands in built pages and print pages where the fresh nonce of each response goes. */
export const noncePlaceholder = '__NONCE__'

/** The one Trusted Types policy: it may make the pdf.js worker from the app's own origin, nothing else. */
const workerPolicy = 'zhiyin-worker'

export const freshNonce = (): string => randomBytes(16).toString('base64')

const directives = (nonce: string): readonly string[] => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `style-src-elem 'self' 'nonce-${nonce}'`,
  "style-src-attr 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "media-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "child-src 'none'",
  "manifest-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${workerPolicy}`,
]

// Chromium's features that a page could ask for; an empty list refuses each for every origin.
const features = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

export const responseHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': directives(nonce).join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': features.map((feature) => `${feature}=()`).join(', '),
  'Cache-Control': 'no-store',
})
