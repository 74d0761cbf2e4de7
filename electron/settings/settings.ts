import { z } from 'zod'

/** What may stand in clear beside the vault: comfort of this PC, nothing about clients, staff or policy. */
export const settingsSchema = z.object({
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  zoom: z.number().min(0.5).max(3).default(1),
  lastPrinter: z.string().max(200).default(''),
  secondBackupFolder: z.string().max(400).default(''),
  window: z
    .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number(), maximized: z.boolean() })
    .nullable()
    .default(null),
})

export type SettingsValues = z.infer<typeof settingsSchema>

/** One port, two stores behind it: electron-store in the shell, `conf` in preview and command line. */
export type Settings = {
  readonly get: <K extends keyof SettingsValues>(key: K) => SettingsValues[K]
  readonly set: <K extends keyof SettingsValues>(key: K, value: SettingsValues[K]) => void
}
