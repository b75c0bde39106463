import { Form, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { hasPaper, hasSealed } from '../../shared/ballot/channels.js';
import { TIE_POLICIES } from './draft/drafting.js';
import type { Fields } from './draft/fields.js';

const SHARES_MAX = 60;

interface ProcedureFieldsProps {
  readonly kind: Fields['kind'];
  readonly channel: Fields['channel'];
}

/** How the vote is run, as the adopted rules have it; some of it only where papers are sealed, some only of elections. */
export function ProcedureFields({ kind, channel }: ProcedureFieldsProps) {
  const isSealed = hasSealed(channel);
  const { t } = useTranslation('drafting');
  const { t: organising } = useTranslation('organising');
  const { t: words } = useTranslation('ballots');
  const choice = (name: 'lateAdmitted' | 'relativesBarred' | 'byTheClock') => (
    <Form.Item name={name} label={t(`${name}.label`)} valuePropName="checked" extra={t(`${name}.hint`)}>
      <Switch />
    </Form.Item>
  );
  return (
    <>
      {kind === 'election' && (
        <Form.Item name="tie" label={words('rules.tie')}>
          <Select options={TIE_POLICIES.map((each) => ({ value: each, label: words(`rules.tiePolicy.${each}`) }))} />
        </Form.Item>
      )}
      {kind === 'election' && choice('relativesBarred')}
      {hasPaper(channel) && choice('lateAdmitted')}
      {choice('byTheClock')}
      {isSealed && (
        <Form.Item name="sharesNeeded" label={organising('new.sharesNeeded')} extra={organising('new.sharesHint')}>
          <InputNumber min={2} max={SHARES_MAX} precision={0} />
        </Form.Item>
      )}
      {isSealed && kind === 'election' && (
        <Form.Item name="threeWay" label={organising('new.threeWay')} valuePropName="checked" extra={organising('new.threeWayHint')}>
          <Switch />
        </Form.Item>
      )}
      {isSealed && (
        <Form.Item name="revote" label={organising('new.revote')} valuePropName="checked" extra={organising('new.revoteHint')}>
          <Switch />
        </Form.Item>
      )}
    </>
  );
}
