import { z } from 'zod'

// The policy forbids eval; this must be the first import of the window, before any schema is used.
z.config({ jitless: true })
