import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAction } from '../forms/use-action.js';
import { StatusTag } from '../page/StatusTag.js';
import { formatDate } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';
import { askForClearance, type ClearingStepView, DESK_CHANGES, type ReplyDeskView, type Work } from './reply-desk-queries.js';
import './reply-desk.css';

const TONES = { OWED: 'waiting', ASKED: 'waiting', DONE: 'good', REFUSED: 'bad' } as const;
/** What is asked for which of the steps, in this order; what is about a draft names its version. */
const ASKED = [
  { kind: 'assisting-opinion', steps: ['assisting-opinion'] },
  { kind: 'countersign', steps: ['countersign'] },
  { kind: 'sign-off', steps: ['head-sign-off', 'leader-sign-off'] },
  { kind: 'committee-audit', steps: ['committee-audit'] },
] as const;

interface ClearingStepsProps {
  readonly work: Work;
  /** Of the handling. */
  readonly version: number;
  readonly round: number;
  readonly desk: ReplyDeskView;
}

/** What must be done before the reply goes out, one line each, with how far it is; the lead unit asks for it here. */
export function ClearingSteps({ work, version, round, desk }: ClearingStepsProps) {
  const { t } = useTranslation('replying');
  const mayAsk = desk.allowedActions.includes('log-contact') && desk.allowedActions.includes('reply');
  return (
    <>
      <h3 className="text-head">{t('step.title')}</h3>
      <ol className="rows desk-rows" aria-label={t('step.title')}>
        {desk.steps.map((step) => (
          <li key={`${step.step}.${step.unit?.id ?? ''}`} className="row-facts">
            <OneStep step={step} />
          </li>
        ))}
      </ol>
      {mayAsk && (
        <div className="toolbar toolbar-foot">
          {ASKED.map(({ kind, steps }) => (
            <Asking key={kind} kind={kind} steps={steps} work={work} version={version} round={round} desk={desk} />
          ))}
        </div>
      )}
    </>
  );
}

function OneStep({ step: { step, unit, state, isDemanded, dueOn } }: { readonly step: ClearingStepView }) {
  const { t, i18n } = useTranslation('replying');
  const nameOf = useNameOf();
  return (
    <>
      <strong>{t(`step.name.${step}`)}</strong>
      {unit && <span>{nameOf(unit)}</span>}
      <StatusTag tone={isDemanded ? TONES[state] : 'quiet'}>{t(`step.state.${step}.${state}`)}</StatusTag>
      {dueOn && state === 'ASKED' && <span className="small">{t('step.until', { date: formatDate(dueOn, i18n.language) })}</span>}
      {!isDemanded && <span className="quiet small">{t('step.optional')}</span>}
    </>
  );
}

interface AskingProps extends ClearingStepsProps {
  readonly kind: (typeof ASKED)[number]['kind'];
  readonly steps: readonly ClearingStepView['step'][];
}

/** What is wished for; the document of the service leaves the wishes of all kinds open. */
const wishFor = (wish: object) => wish as Record<string, never>;

/** Asks all of one kind who have not given it; the button says how many, and of a draft which version. */
function Asking({ kind, steps, work, version, round, desk }: AskingProps) {
  const { t } = useTranslation('replying');
  const isAboutDraft = kind !== 'assisting-opinion';
  const draft = desk.draft?.number;
  const asked = desk.steps.filter(({ step, state }) => steps.includes(step) && (state === 'OWED' || state === 'REFUSED'));
  const ask = useAction(() => askForClearance(work, { kind, version, wish: wishFor(isAboutDraft ? { round, draft } : { round }) }), {
    done: t('ask.done'),
    changes: DESK_CHANGES,
  });
  if (asked.length === 0 || (isAboutDraft && draft === undefined)) return null;
  return (
    <Button loading={ask.isPending} onClick={() => ask.mutate()}>
      {t(`ask.${kind}`, { count: asked.length, draft: draft ?? 0 })}
    </Button>
  );
}
