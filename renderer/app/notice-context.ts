import { createContext } from 'react'
import type { Notice } from '../../shared/notice/contract.ts'

/** The newest word from the desk to the person: the screen locks soon, or a verdict on the audit log. */
export const NoticeContext = createContext<Notice | null>(null)
