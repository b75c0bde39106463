import { Alert, Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { askBallot, BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { hasPaper } from '../../../shared/ballot/channels.js';
import { LinkButton } from '../../../shared/page/LinkButton.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { askTurnout, openVoting } from '../acts/organising-requests.js';
import { ConfirmDialog } from '../acts/ConfirmDialog.js';
import { isSamePaper, type OpeningFigures, openingFigures } from './voting-figures.js';

const PERSONS_MAX = 1_000_000;

/**
 * Opens the voting. Before it does, it says how many could vote, how many no longer, and what can be done about that. What is put to the
 * vote must be what the page showed: papers go out and keys come in until the last moment, which is no other question.
 */
export function OpeningAct({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const [form] = Form.useForm<{ issued?: number | null }>();
  const [asked, setAsked] = useState<OpeningFigures | null>(null);
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES });
  const { channel, id } = ballot;
  const stated = () => (form.getFieldValue('issued') as number | null | undefined) ?? null;
  const ask = useAction(() => Promise.all([askTurnout(id), askBallot(id)]), {
    onDone: ([turnout, now]) => {
      if (!isSamePaper(ballot, now)) return outdated.report();
      outdated.rebase(now.version);
      setAsked(openingFigures(now, turnout, stated()));
    },
  });
  const open = useVersionedAction(outdated, (version) => openVoting(id, stated(), version), {
    done: t('acts.open.done'),
    onDone: () => setAsked(null),
    onFailed: () => setAsked(null),
  });
  return (
    <Form form={form} className="act" layout="vertical" onFinish={() => ask.mutate()}>
      <p>{t(`acts.open.intro.${channel}`)}</p>
      {channel === 'paper' && (
        <Form.Item name="issued" label={t('acts.open.issued')} extra={t('acts.open.issuedHint')}>
          <InputNumber min={0} max={PERSONS_MAX} precision={0} />
        </Form.Item>
      )}
      <ConflictNotice of={outdated} />
      <Button type="primary" size="large" htmlType="submit" loading={ask.isPending}>
        {t('acts.open.action')}
      </Button>
      {asked && (
        <Asking ballot={ballot} figures={asked} isBusy={open.isPending} onConfirm={() => open.mutate()} onCancel={() => setAsked(null)} />
      )}
    </Form>
  );
}

interface AskingProps {
  readonly ballot: BallotView;
  readonly figures: OpeningFigures;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function Asking({ ballot, figures, ...acts }: AskingProps) {
  const { t } = useTranslation('organising');
  const { present, issued, without } = figures;
  const { channel, electorate } = ballot;
  if (issued === null) {
    return (
      <ConfirmDialog
        {...acts}
        title={t('acts.open.ask')}
        action={t('acts.open.confirmHands', { count: present })}
        cancel={t('acts.open.notYet')}
      >
        <p>{t('acts.open.present', { count: present })}</p>
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog
      {...acts}
      title={t('acts.open.ask')}
      action={without > 0 ? t('acts.open.confirmWithout', { count: without }) : t('acts.open.confirmAll', { count: issued })}
      cancel={t('acts.open.notYet')}
      isGrave={without > 0}
    >
      {without === 0 ? (
        <p>{t('acts.open.all', { present, issued })}</p>
      ) : (
        <>
          <Alert
            className="section"
            type="warning"
            showIcon
            title={t(electorate === 'staff' || electorate === 'heads' ? 'acts.open.withoutOfRoll' : 'acts.open.without', {
              present,
              issued,
              without,
            })}
          />
          <p>{t(`acts.open.wayOut.${channel as Exclude<typeof channel, 'hands'>}`)}</p>
          {hasPaper(channel) && <LinkButton to={`/ballots/${ballot.id}/issuing`}>{t('acts.open.toIssuing')}</LinkButton>}
        </>
      )}
    </ConfirmDialog>
  );
}
