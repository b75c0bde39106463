import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { KeptNote } from '../../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../../shared/kept-text/use-kept-text.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useTextOr } from '../../../shared/text/use-text-or.js';
import { countHands } from '../acts/organising-requests.js';
import {
  type HandFault,
  handFaults,
  type HandFiguresByLine,
  handLines,
  handMarks,
  handRequest,
  savedFigures,
  sumOf,
} from './hand-figures.js';

const PERSONS_MAX = 1_000_000;

/**
 * The raised hands for each matter or candidate. What cannot be right is said where it stands and is not sent; nothing left empty counts as
 * nought.
 */
export function HandsForm({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const textOr = useTextOr();
  const [form] = Form.useForm<HandFiguresByLine>();
  const figures = (Form.useWatch([], form) ?? {}) as HandFiguresByLine;
  const [isAsked, setAsked] = useState(false);
  const kept = useKeptText({ form: 'hands', about: ballot.id });
  const count = useAction((given: HandFiguresByLine) => countHands(ballot.id, handRequest(ballot, given)), {
    done: t('acts.hands.done'),
    changes: BALLOT_CHANGES,
    onDone: () => kept.forget(),
  });
  const marks = handMarks(ballot);
  const faults = isAsked ? handFaults(ballot, figures) : new Map<string, HandFault>();
  const save = (given: HandFiguresByLine) => {
    setAsked(true);
    if (handFaults(ballot, given).size === 0 && !count.isPending) count.mutate(given);
  };
  return (
    <Form<HandFiguresByLine> form={form} layout="vertical" initialValues={savedFigures(ballot)} onFinish={save}>
      {handLines(ballot).map(({ id, label }) => {
        const fault = faults.get(id);
        const sum = sumOf(figures[id], marks);
        return (
          <fieldset key={id} className="hands" aria-describedby={`hands-${id}`}>
            <legend>{label}</legend>
            {marks.map((mark) => (
              <Form.Item
                key={mark}
                name={[id, mark]}
                label={textOr(`organising:acts.hands.mark.${mark}`, mark)}
                {...(fault ? { validateStatus: 'error' } : {})}
              >
                <InputNumber min={0} max={PERSONS_MAX} precision={0} inputMode="numeric" />
              </Form.Item>
            ))}
            <p id={`hands-${id}`} className={fault ? 'organising-unmet hands-sum' : 'quiet hands-sum'} role={fault ? 'alert' : undefined}>
              {fault ? (
                <Fault fault={fault} label={label} isPoll={ballot.kind === 'poll'} />
              ) : (
                sum !== null && marks.length > 1 && t('acts.hands.sum', { count: sum })
              )}
            </p>
          </fieldset>
        );
      })}
      <KeptNote kept={kept} />
      <Button type="primary" size="large" htmlType="submit" loading={count.isPending}>
        {t('acts.hands.action')}
      </Button>
    </Form>
  );
}

/** What cannot be right, with its numbers and what to do. */
function Fault({ fault, label, isPoll }: { readonly fault: HandFault; readonly label: string; readonly isPoll: boolean }) {
  const { t } = useTranslation('organising');
  if (fault.what === 'missing') return <>{t('acts.hands.missing')}</>;
  const { counted, people } = fault;
  if (fault.what === 'above') return <>{t('acts.hands.above', { counted, people })}</>;
  return <>{isPoll ? t('acts.hands.unequalOptions', { counted, people }) : t('acts.hands.unequal', { label, counted, people })}</>;
}
