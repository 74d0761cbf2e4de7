import { createContext } from 'react'
import type { Notice } from '../../shared/notice/contract.ts'

/** The newest word from the desk that is not a mere change. */
export const NoticeContext = createContext<Notice | null>(null)
