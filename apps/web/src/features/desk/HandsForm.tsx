import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot-queries.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { useAction } from '../../shared/use-action.js';
import { useWordOr } from '../../shared/use-word-or.js';
import { countHands } from './ballot-acts.js';
import { type HallFault, hallFaults, type HallFigures, hallLines, hallMarks, hallRequest, savedFigures, sumOf } from './hall-figures.js';

const PERSONS_MAX = 1_000_000;

/**
 * The raised hands for each matter or candidate. What cannot be right is said where it stands and is not sent; nothing left empty counts as
 * nought.
 */
export function HandsForm({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('desk');
  const wordOr = useWordOr();
  const [form] = Form.useForm<HallFigures>();
  const figures = (Form.useWatch([], form) ?? {}) as HallFigures;
  const [isAsked, setAsked] = useState(false);
  const kept = useKeptText({ form: 'hands', about: ballot.id });
  const count = useAction((given: HallFigures) => countHands(ballot.id, hallRequest(ballot, given)), {
    done: t('acts.hands.done'),
    changes: BALLOT_CHANGES,
    onDone: () => kept.forget(),
  });
  const marks = hallMarks(ballot);
  const faults = isAsked ? hallFaults(ballot, figures) : new Map<string, HallFault>();
  const save = (given: HallFigures) => {
    setAsked(true);
    if (hallFaults(ballot, given).size === 0 && !count.isPending) count.mutate(given);
  };
  return (
    <Form<HallFigures> form={form} layout="vertical" initialValues={savedFigures(ballot)} onFinish={save}>
      {hallLines(ballot).map(({ id, label }) => {
        const fault = faults.get(id);
        const sum = sumOf(figures[id], marks);
        return (
          <fieldset key={id} className="hands" aria-describedby={`hands-${id}`}>
            <legend>{label}</legend>
            {marks.map((mark) => (
              <Form.Item
                key={mark}
                name={[id, mark]}
                label={wordOr(`desk:acts.hands.mark.${mark}`, mark)}
                {...(fault ? { validateStatus: 'error' } : {})}
              >
                <InputNumber min={0} max={PERSONS_MAX} precision={0} inputMode="numeric" />
              </Form.Item>
            ))}
            <p id={`hands-${id}`} className={fault ? 'desk-unmet hands-sum' : 'quiet hands-sum'} role={fault ? 'alert' : undefined}>
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
function Fault({ fault, label, isPoll }: { readonly fault: HallFault; readonly label: string; readonly isPoll: boolean }) {
  const { t } = useTranslation('desk');
  if (fault.what === 'missing') return <>{t('acts.hands.missing')}</>;
  const { counted, people } = fault;
  if (fault.what === 'above') return <>{t('acts.hands.above', { counted, people })}</>;
  return <>{isPoll ? t('acts.hands.unequalOptions', { counted, people }) : t('acts.hands.unequal', { label, counted, people })}</>;
}
