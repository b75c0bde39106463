import { Alert, Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { askBallot, BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { hasPaper } from '../../../shared/ballot/channels.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import type { RefusalFields } from '../../../shared/forms/refusal-fields.js';
import { useRefusedFields } from '../../../shared/forms/use-refused-fields.js';
import { askTurnout, closeVoting } from '../acts/organising-requests.js';
import { ConfirmDialog } from '../acts/ConfirmDialog.js';
import { type ClosingFigures, closingFigures } from './voting-figures.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';

const PERSONS_MAX = 1_000_000;
const REFUSAL_FIELDS: RefusalFields = {
  'ballot.voters-above-present': 'voters',
  'ballot.voters-missing': 'voters',
  'ballot.returned-missing': 'returned',
  'ballot.sheet-out-of-range': 'returned',
};

interface Found {
  readonly voters?: number | null;
  readonly returned?: number | null;
}

/** Papers go out until the last moment. Whether the box is closed, and what was found in it, is as the page showed it. */
const isSameBox = (shown: BallotView, now: BallotView): boolean =>
  shown.state === now.state && shown.counts?.voters === now.counts?.voters && shown.counts?.returned === now.counts?.returned;

/** Closes the voting with what was found in the box, or puts that right. It says before what is still out, and what comes of too many. */
export function ClosingAct({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const { required } = useRequiredRules();
  const [form] = Form.useForm<Found>();
  const [asked, setAsked] = useState<ClosingFigures | null>(null);
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES });
  const { channel, id, state, counts } = ballot;
  const isFirst = state === 'OPEN';
  const refusedAtField = useRefusedFields(form, REFUSAL_FIELDS);
  const found = (): Found => (channel === 'sealed' ? {} : form.getFieldsValue());
  const ask = useAction(() => Promise.all([askTurnout(id), askBallot(id)]), {
    onDone: ([turnout, now]) => {
      if (!isSameBox(ballot, now)) return outdated.report();
      outdated.rebase(now.version);
      setAsked(closingFigures(now, turnout, found().returned ?? null));
    },
  });
  const close = useVersionedAction(outdated, (version) => closeVoting(id, { ...found(), version }), {
    done: t('acts.close.done'),
    onDone: () => setAsked(null),
    onFailed: () => setAsked(null),
    onRefused: refusedAtField,
  });
  // What is in a sealed box the board says: there is nothing to put right.
  if (!isFirst && channel === 'sealed') return null;
  const voters = t(channel === 'hands' ? 'acts.close.votersHands' : 'acts.close.voters');
  const atMost = {
    validator: (_: unknown, given?: number | null) =>
      given != null && counts?.present != null && given > counts.present
        ? Promise.reject(new Error(t('acts.close.votersAbove', { voters: given, present: counts.present })))
        : Promise.resolve(),
  };
  return (
    <Form<Found>
      form={form}
      className="act"
      layout="vertical"
      requiredMark={false}
      initialValues={{ voters: counts?.voters ?? null, returned: (counts?.perChannel?.paper ?? counts)?.returned ?? null }}
      onFinish={() => ask.mutate()}
    >
      <p>{t(isFirst ? `acts.close.intro.${channel}` : 'acts.close.correct')}</p>
      {channel !== 'sealed' && (
        <div className="act-fields">
          {hasPaper(channel) && (
            <Form.Item name="returned" label={t('acts.close.returned')} rules={[required(t('acts.close.returned'))]}>
              <InputNumber min={0} max={PERSONS_MAX} precision={0} />
            </Form.Item>
          )}
          <Form.Item name="voters" label={voters} rules={[...(channel === 'hands' ? [required(voters)] : []), atMost]}>
            <InputNumber min={0} max={PERSONS_MAX} precision={0} />
          </Form.Item>
        </div>
      )}
      <ConflictNotice of={outdated} />
      <Button type={isFirst ? 'primary' : 'default'} size="large" htmlType="submit" loading={ask.isPending}>
        {t(isFirst ? 'acts.close.action' : 'acts.close.actionCorrect')}
      </Button>
      {asked && (
        <Asking
          isFirst={isFirst}
          isSealed={channel === 'sealed'}
          figures={asked}
          isBusy={close.isPending}
          onConfirm={() => close.mutate()}
          onCancel={() => setAsked(null)}
        />
      )}
    </Form>
  );
}

interface AskingProps {
  readonly isFirst: boolean;
  readonly isSealed: boolean;
  readonly figures: ClosingFigures;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function Asking({ isFirst, isSealed, figures: { issued, returned, out, isAbove }, ...acts }: AskingProps) {
  const { t } = useTranslation('organising');
  const action = !isFirst
    ? t('acts.close.actionCorrect')
    : out > 0 && isSealed
      ? t('acts.close.confirmOut', { count: out })
      : t('acts.close.confirmNow');
  return (
    <ConfirmDialog
      {...acts}
      title={t(isFirst ? 'acts.close.confirm' : 'acts.close.confirmCorrect')}
      action={action}
      cancel={t('acts.close.notYet')}
      isGrave={isAbove || out > 0}
    >
      {issued !== null && returned !== null && <p>{t('acts.close.figures', { issued, returned })}</p>}
      {isAbove && <Alert className="section" type="error" showIcon title={t('acts.close.above')} />}
      {out > 0 && !isAbove && (
        <Alert
          className="section"
          type="warning"
          showIcon
          title={t(isSealed ? 'acts.close.outSealed' : 'acts.close.out', { count: out })}
        />
      )}
      {isFirst && <p>{t('acts.close.after')}</p>}
    </ConfirmDialog>
  );
}
