import type { ScriptLine } from '../../shared/script/model.ts'
import { advice } from './advice.ts'
import { ending } from './ending.ts'
import { opening } from './opening.ts'

export const library: readonly ScriptLine[] = [...opening, ...advice, ...ending]
