import { Alert, Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { KeptNote } from '../../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../../shared/kept-text/use-kept-text.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { useNameOf } from '../../../shared/text/use-name-of.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { counted, useTextRules } from '../../../shared/forms/use-text-rules.js';
import { correctReturned } from '../acts/organising-requests.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';

const PERSONS_MAX = 1_000_000;
const REASON_MAX = 500;

interface Corrected {
  readonly returned: number;
  readonly voters?: number | null;
  readonly reason: string;
}

type Correction = NonNullable<BallotView['counts']>['corrections'][number];

/** A figure of the box that was mistyped: one chief says what it should be and why, the other says the same, and then it holds. */
export function CorrectionForm({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const { id, counts, allowedActions } = ballot;
  const kept = useKeptText({ form: 'correct-returned', about: id, basis: ballot.version });
  // What the colleague has said meanwhile is shown, and read again.
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES, isLive: true });
  const correct = useVersionedAction(outdated, (version, given: Corrected) => correctReturned(id, { ...given, version }), {
    done: t('acts.correct.done'),
    onDone: () => kept.forget(),
  });
  const corrections = counts?.corrections ?? [];
  const proposed = corrections.find(({ confirmedBy }) => confirmedBy === null);
  const mayCorrect = allowedActions.includes('correct-returned');
  if (!mayCorrect && corrections.length === 0) return null;
  return (
    <div className="act">
      {corrections.map((each, nth) => (
        <CorrectionNotice key={nth} correction={each} officers={ballot.officers ?? []} />
      ))}
      {mayCorrect && (
        <Form<Corrected>
          key={proposed ? `${proposed.by} ${proposed.found.returned ?? ''} ${proposed.found.voters ?? ''}` : 'new'}
          layout="vertical"
          requiredMark={false}
          initialValues={
            proposed ? { ...proposed.found, reason: proposed.reason } : { voters: counts?.perChannel ? null : (counts?.voters ?? null) }
          }
          onFinish={(given) => correct.mutate(given)}
        >
          <p>{t('acts.correct.intro')}</p>
          <div className="act-fields">
            <Form.Item name="returned" label={t('acts.close.returned')} rules={[required(t('acts.close.returned'))]}>
              <InputNumber min={0} max={PERSONS_MAX} precision={0} />
            </Form.Item>
            <Form.Item name="voters" label={t('acts.close.voters')}>
              <InputNumber min={0} max={PERSONS_MAX} precision={0} />
            </Form.Item>
          </div>
          <Form.Item name="reason" label={t('acts.correct.reason')} rules={[written(t('acts.correct.reason')), atMost(REASON_MAX)]}>
            <Input.TextArea rows={2} count={counted(REASON_MAX)} />
          </Form.Item>
          <ConflictNotice of={outdated} />
          <KeptNote kept={kept} />
          <Button htmlType="submit" loading={correct.isPending}>
            {t(proposed ? 'acts.correct.confirm' : 'acts.correct.action')}
          </Button>
        </Form>
      )}
    </div>
  );
}

interface CorrectionNoticeProps {
  readonly correction: Correction;
  readonly officers: NonNullable<BallotView['officers']>;
}

function CorrectionNotice({ correction: { before, found, reason, by, confirmedBy }, officers }: CorrectionNoticeProps) {
  const { t } = useTranslation('organising');
  const nameOf = useNameOf();
  const named = (id: string): string => {
    const officer = officers.find(({ member }) => member.id === id);
    return officer ? nameOf(officer.member) : '';
  };
  const facts = {
    before: before.returned ?? 0,
    found: found.returned ?? 0,
    reason,
    by: named(by),
    other: confirmedBy === null ? '' : named(confirmedBy),
  };
  return (
    <Alert
      className="section"
      type={confirmedBy === null ? 'warning' : 'info'}
      showIcon
      title={t(confirmedBy === null ? 'acts.correct.proposed' : 'acts.correct.held', facts)}
    />
  );
}
