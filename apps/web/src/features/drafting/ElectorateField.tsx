import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotRow } from '../../api/shapes.js';
import { ELECTORATES } from './draft/drafting.js';

/** Whom a vote is put to, where its kind leaves a choice: delegates elect. */
export function ElectorateField({ kind }: { readonly kind: BallotRow['kind'] }) {
  const { t } = useTranslation('drafting');
  const { t: words } = useTranslation('ballots');
  if (kind === 'election') return null;
  return (
    <Form.Item name="electorate" label={t('electorate.label')} initialValue="delegates" extra={t(`electorate.hint.${kind}`)}>
      <Radio.Group
        aria-label={t('electorate.label')}
        options={ELECTORATES[kind].map((each) => ({ value: each, label: words(`electorate.${each}`) }))}
      />
    </Form.Item>
  );
}
