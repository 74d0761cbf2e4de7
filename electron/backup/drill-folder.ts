import { join } from 'node:path'
import { removePatiently } from '../vault/patience.ts'

/** Where a drill unpacks a backup. All in it is encrypted; it goes at the drill's end and at every start. */
export const drillFolder = (vaultFolder: string): string => join(vaultFolder, 'drilling')

export const clearDrill = (vaultFolder: string): void => removePatiently(drillFolder(vaultFolder))
