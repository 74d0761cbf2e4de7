import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useCallback, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { EncounterView } from '../../shared/encounter/view.ts'
import { whyFaceIsShut } from '../../shared/encounter/face.ts'
import { isOver } from '../../shared/encounter/step.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { MeetingAside } from './meeting-aside.tsx'
import { MeetingBar } from './meeting-bar.tsx'
import { answerIn, MeetingContext } from './meeting-context.ts'
import { MeetingFoot } from './meeting-foot.tsx'
import { MeetingSteps } from './meeting-steps.tsx'
import { StepForm } from './step-form.tsx'
import { useSend } from './use-send.ts'

// Side by side where there is room; at 200 % one below the other in reading order.
const column = { overflow: { md: 'auto' }, minHeight: 0, px: 8, py: 6 } as const

/** F9 turns to the client's face, F8 hides amounts. Search and the spine are not here (practice 18). */
const useKeys = (onFace: () => void, onHide: () => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.repeat || (event.key !== 'F9' && event.key !== 'F8')) return
      event.preventDefault()
      if (event.key === 'F9') onFace()
      else onHide()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onFace, onHide])
}

/** Nobody's figures turn to the table before a second sign says whose they are; until then the key says why. */
const useFace = (view: EncounterView) => {
  const navigate = useNavigate()
  const [asked, setAsked] = useState(false)
  const { id, step } = view
  const signGiven = answerIn(view, 'greeting', 'second-sign') !== ''
  const shut = whyFaceIsShut({ step, suspended: view.suspendedAt !== null, signGiven })
  const onFace = useCallback((): void => {
    if (shut === null) void navigate(`/encounter/${id}/face`)
    else setAsked(true)
  }, [id, navigate, shut])
  return { onFace, why: asked ? shut : null }
}

/** One calm full-screen place: steps, sheet, and what helps beside it. */
export const MeetingPlace = ({ view }: { readonly view: EncounterView }) => {
  const { t } = useText()
  const sending = useSend(view)
  const [hidden, setHidden] = useState(false)
  const [aside, setAside] = useState(true)
  const [toggle] = useState(() => () => setHidden((now) => !now))
  const { onFace, why } = useFace(view)
  useKeys(onFace, toggle)
  const running = !isOver(view.step) && view.suspendedAt === null
  return (
    <MeetingContext value={{ view, hidden, ...sending }}>
      <Box sx={{ height: 1, display: 'flex', flexDirection: 'column' }}>
        <MeetingBar onHide={toggle} onFace={onFace} />
        <Box
          sx={{
            flex: 1,
            minHeight: 0,
            display: { xs: 'block', md: 'flex' },
            overflow: { xs: 'auto', md: 'visible' },
          }}
        >
          <Box component="nav" aria-label={t('encounter.bar.steps')} sx={{ ...column, flex: '0 0 252px' }}>
            <MeetingSteps />
          </Box>
          <Box
            component="main"
            sx={{
              flex: 1,
              minWidth: 0,
              display: 'flex',
              flexDirection: 'column',
              bgcolor: 'background.paper',
              borderLeft: 1,
              borderRight: 1,
              borderColor: 'divider',
            }}
          >
            <Box tabIndex={-1} sx={{ ...column, flex: 1, px: 10, outline: 'none' }}>
              <Box sx={{ pb: 4 }}>
                <FailureNotice failure={sending.failure} />
                {why && <Notice kind="soon" title={t(`encounter.refusal.${why}`)} />}
              </Box>
              <StepForm />
            </Box>
            {running && <MeetingFoot />}
          </Box>
          <Box
            component="aside"
            aria-label={t('encounter.bar.aside')}
            sx={{ ...column, flex: aside ? '0 0 332px' : '0 0 auto', px: aside ? 6 : 2 }}
          >
            {aside && <MeetingAside />}
            <Button size="small" onClick={() => setAside(!aside)}>
              {t(aside ? 'encounter.bar.hideAside' : 'encounter.bar.showAside')}
            </Button>
          </Box>
        </Box>
      </Box>
    </MeetingContext>
  )
}
