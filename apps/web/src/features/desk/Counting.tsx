import { Button, Form, InputNumber, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot-queries.js';
import { hasPaper, hasSealed } from '../../shared/channels.js';
import { LinkButton } from '../../shared/LinkButton.js';
import { useAction } from '../../shared/use-action.js';
import { countHands, countVotes, type HandFigures } from './ballot-acts.js';

const PERSONS_MAX = 1_000_000;

/** From the closed vote to the count: hands are told, sheets entered, boxes opened; then the engine counts. */
export function Counting({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('desk');
  const { id, channel, allowedActions, state } = ballot;
  const may = (action: BallotView['allowedActions'][number]) => allowedActions.includes(action);
  return (
    <>
      {may('count-hands') && <Hands ballot={ballot} />}
      {hasPaper(channel) && state === 'CLOSED' && (
        <div className="act">
          <p>{t('acts.sheets.intro')}</p>
          <LinkButton to={`/ballots/${id}/sheets`}>{t('acts.sheets.action')}</LinkButton>
        </div>
      )}
      {hasSealed(channel) && state === 'CLOSED' && <p className="act">{t('acts.shares.intro')}</p>}
      {may('count') && <Count ballot={ballot} />}
    </>
  );
}

function Count({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('desk');
  const count = useAction(() => countVotes(ballot.id), { done: t('acts.count.done'), changes: BALLOT_CHANGES });
  const isAgain = ballot.state !== 'CLOSED';
  return (
    <div className="act">
      <p>{t(isAgain ? 'acts.count.again' : 'acts.count.intro')}</p>
      <Popconfirm title={t('acts.count.confirm')} onConfirm={() => count.mutate()}>
        <Button type={isAgain ? 'default' : 'primary'} size="large" loading={count.isPending}>
          {t('acts.count.action')}
        </Button>
      </Popconfirm>
    </div>
  );
}

/** The raised hands, for each matter or candidate. Grades and options by hands are rare: their figures are told to the service by paper sheets. */
function Hands({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('desk');
  const { t: words } = useTranslation('ballots');
  const [form] = Form.useForm<Record<string, { yes: number; no: number; abstain: number }>>();
  const choices = ballot.items ?? ballot.candidates ?? [];
  const figures = (): HandFigures => {
    const given = form.getFieldsValue();
    return { items: choices.map(({ id }) => ({ id, yes: given[id]?.yes ?? 0, no: given[id]?.no ?? 0, abstain: given[id]?.abstain ?? 0 })) };
  };
  const count = useAction(() => countHands(ballot.id, figures()), { done: t('acts.hands.done'), changes: BALLOT_CHANGES });
  if (choices.length === 0) return null;
  return (
    <Form form={form} className="act" layout="vertical">
      <p>{t('acts.hands.intro')}</p>
      {choices.map(({ id, label }) => (
        <fieldset key={id} className="hands">
          <legend>{label}</legend>
          {(['yes', 'no', 'abstain'] as const).map((mark) => (
            <Form.Item key={mark} name={[id, mark]} label={words(`result.${mark}`)} initialValue={0}>
              <InputNumber min={0} max={PERSONS_MAX} precision={0} />
            </Form.Item>
          ))}
        </fieldset>
      ))}
      <Button type="primary" loading={count.isPending} onClick={() => count.mutate()}>
        {t('acts.hands.action')}
      </Button>
    </Form>
  );
}
