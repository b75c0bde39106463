import { Button, Form, InputNumber, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot-queries.js';
import { hasPaper } from '../../shared/channels.js';
import { useAction } from '../../shared/use-action.js';
import { closeVoting, openVoting } from './ballot-acts.js';

const PERSONS_MAX = 1_000_000;

/** Opens the voting, and closes it with what was found in the box. */
export function VotingActs({ ballot }: { readonly ballot: BallotView }) {
  return (
    <>
      {ballot.allowedActions.includes('open') && <OpeningAct ballot={ballot} />}
      {ballot.allowedActions.includes('close') && <ClosingAct ballot={ballot} />}
    </>
  );
}

function OpeningAct({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('desk');
  const [form] = Form.useForm<{ issued?: number | null }>();
  const { channel, id } = ballot;
  const open = useAction((issued: number | null) => openVoting(id, issued), { done: t('acts.open.done'), changes: BALLOT_CHANGES });
  return (
    <Form form={form} className="act" layout="vertical">
      <p>{t(`acts.open.intro.${channel}`)}</p>
      {channel === 'paper' && (
        <Form.Item name="issued" label={t('acts.open.issued')} extra={t('acts.open.issuedHint')}>
          <InputNumber min={0} max={PERSONS_MAX} precision={0} />
        </Form.Item>
      )}
      <Popconfirm title={t('acts.open.confirm')} onConfirm={() => open.mutate(form.getFieldValue('issued') ?? null)}>
        <Button type="primary" size="large" loading={open.isPending}>
          {t('acts.open.action')}
        </Button>
      </Popconfirm>
    </Form>
  );
}

function ClosingAct({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('desk');
  const [form] = Form.useForm<{ voters?: number | null; returned?: number | null }>();
  const { channel, id, state } = ballot;
  const isFirst = state === 'OPEN';
  const close = useAction(() => closeVoting(id, channel === 'sealed' ? {} : form.getFieldsValue()), { done: t('acts.close.done'), changes: BALLOT_CHANGES });
  // What is in a sealed box the board says: there is nothing to put right.
  if (!isFirst && channel === 'sealed') return null;
  return (
    <Form form={form} className="act" layout="vertical" initialValues={{ voters: ballot.counts?.voters ?? null, returned: (ballot.counts?.perChannel?.paper ?? ballot.counts)?.returned ?? null }}>
      <p>{t(isFirst ? `acts.close.intro.${channel}` : 'acts.close.correct')}</p>
      {channel !== 'sealed' && (
        <div className="act-fields">
          {hasPaper(channel) && (
            <Form.Item name="returned" label={t('acts.close.returned')}>
              <InputNumber min={0} max={PERSONS_MAX} precision={0} />
            </Form.Item>
          )}
          <Form.Item name="voters" label={t('acts.close.voters')}>
            <InputNumber min={0} max={PERSONS_MAX} precision={0} />
          </Form.Item>
        </div>
      )}
      <Popconfirm title={t(isFirst ? 'acts.close.confirm' : 'acts.close.confirmCorrect')} onConfirm={() => close.mutate()}>
        <Button type={isFirst ? 'primary' : 'default'} size="large" loading={close.isPending}>
          {t(isFirst ? 'acts.close.action' : 'acts.close.actionCorrect')}
        </Button>
      </Popconfirm>
    </Form>
  );
}
