import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { intakeKinds } from '../../shared/intake/model.ts'
import { Page } from '../app/page.tsx'
import { useText } from '../text/use-text.ts'
import { ChooseFile } from './choose-file.tsx'
import { PreviewSheet } from './preview-sheet.tsx'
import { ResultSheet } from './result-sheet.tsx'
import type { Stage } from './stage.ts'

/** A file from the bank: choose, look, write. */
export const IntakePage = () => {
  const { t } = useText()
  const navigate = useNavigate()
  const params = useParams()
  const kind = intakeKinds.find((each) => each === params['kind']) ?? 'client-book'
  const [stage, setStage] = useState<Stage>({ at: 'choose' })
  const again = (): void => setStage({ at: 'choose' })
  return (
    <Page title={<h1 style={{ font: 'inherit', margin: 0 }}>{t('intake.title')}</h1>}>
      {stage.at === 'choose' && (
        <ChooseFile
          kind={kind}
          onKind={(next) => void navigate(`/intake/${next}`, { replace: true })}
          onRead={(previewId) => setStage({ at: 'preview', previewId })}
        />
      )}
      {stage.at === 'preview' && (
        <PreviewSheet
          previewId={stage.previewId}
          onDone={(jobId) => setStage({ at: 'done', jobId })}
          onBack={again}
        />
      )}
      {stage.at === 'done' && <ResultSheet jobId={stage.jobId} onAnother={again} />}
    </Page>
  )
}
