import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTextOr } from '../../shared/text/use-text-or.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { type CallFields, PATTERN_MAX, RESULTS } from './call-fields.js';
import type { Settings } from './call-requests.js';
import { ChoiceField } from './ChoiceField.js';
import { PeriodField } from './PeriodField.js';
import { useRuleText } from './use-rule-text.js';

type Share = NonNullable<Settings['delegationProposalSupport']>;

const SHARES: readonly (Share | null)[] = [
  null,
  { num: 1, den: 2, inclusive: false },
  { num: 1, den: 2, inclusive: true },
  { num: 2, den: 3, inclusive: true },
];
const textOfShare = (share: Share | null): string => (share === null ? '' : `${share.num}/${share.den}/${String(share.inclusive)}`);

/** What a delegation's proposal needs, and whether the head of the delegation looks at what its delegates propose. */
export function DelegationRules() {
  const { t } = useTranslation('calls');
  const { name, says } = useRuleText();
  const form = Form.useFormInstance<CallFields>();
  const isEndorsed = Form.useWatch('endorsement', form) === 'head-of-delegation';
  return (
    <>
      <Form.Item
        name="delegationProposalSupport"
        label={name('delegationProposalSupport')}
        getValueProps={(share: Share | null) => ({ value: textOfShare(share) })}
        getValueFromEvent={(text: string) => SHARES.find((share) => textOfShare(share) === text) ?? null}
      >
        <Select
          options={SHARES.map((share) => ({
            value: textOfShare(share),
            label: says('delegationProposalSupport', { delegationProposalSupport: share } as Settings),
          }))}
        />
      </Form.Item>
      <Form.Item name="endorsement" label={name('endorsement')}>
        <Radio.Group
          className="rule-choices"
          options={(['none', 'head-of-delegation'] as const).map((value) => ({ value, label: t(`rules.endorsement.${value}`) }))}
        />
      </Form.Item>
      <div hidden={!isEndorsed}>
        <PeriodField of="endorsement" label={t('open.endorsementWithin')} />
      </div>
    </>
  );
}

/** How merges are consented to, until when a decision may be asked about, and how docket numbers are made. */
export function DecisionRules() {
  const { t } = useTranslation('calls');
  const atMost = useTextRules();
  const { required } = useRequiredRules();
  const { name } = useRuleText();
  return (
    <>
      <PeriodField of="mergeConsent" label={t('open.mergeConsentWithin')} />
      <Form.Item name="mergeSilence" label={name('mergeSilence')}>
        <Radio.Group
          className="rule-choices"
          options={(['ends', 'consents'] as const).map((value) => ({ value, label: t(`rules.mergeSilence.${value}`) }))}
        />
      </Form.Item>
      <ChoiceField rule="mergedAuthors" options={[{ value: 'joint-proposers', label: t('rules.mergedAuthors.joint-proposers') }]} />
      <PeriodField of="reconsideration" label={t('open.reconsiderationWithin')} />
      <Form.Item
        name="docketPattern"
        label={name('docketPattern')}
        extra={t('open.docketPatternHint', { term: '{term}', session: '{session}', year: '{year}', number: '{number}' })}
        rules={[required(name('docketPattern')), atMost(PATTERN_MAX)]}
      >
        <Input count={counted(PATTERN_MAX)} />
      </Form.Item>
      <Form.Item
        name="suggestionPattern"
        label={name('suggestionPattern')}
        extra={t('open.suggestionPatternHint', { track: '{track}' })}
        rules={[atMost(PATTERN_MAX)]}
      >
        <Input count={counted(PATTERN_MAX)} />
      </Form.Item>
    </>
  );
}

/** In which words a reply says what it amounts to, and what a result demands besides. */
export function ResultRules() {
  const { t } = useTranslation('calls');
  const { name } = useRuleText();
  const textOr = useTextOr();
  const form = Form.useFormInstance<CallFields>();
  const results = Form.useWatch('resultCategories', form) ?? [];
  return (
    <>
      <Form.Item
        name="resultCategories"
        label={name('resultCategories')}
        extra={t('open.resultsHint')}
        rules={[{ required: true, type: 'array', min: 1, message: t('open.resultsNone') }]}
      >
        <Select
          mode="tags"
          maxCount={RESULTS.most}
          tokenSeparators={['，', ',', '、', ';', '；']}
          options={RESULTS.usual.map((value) => ({ value, label: textOr(`proposals:reply.category.${value}`, value) }))}
        />
      </Form.Item>
      <Form.Item name="resultDemands" label={name('resultDemands')}>
        <DemandsField results={results} />
      </Form.Item>
    </>
  );
}

type Demands = Settings['resultDemands'];
type Demand = Demands[number]['demand'];

interface DemandsFieldProps {
  readonly results: readonly string[];
  readonly value?: Demands;
  readonly onChange?: (demands: Demands) => void;
}

/** Of each result what a reply with it must bring, or nothing. */
function DemandsField({ results, value = [], onChange }: DemandsFieldProps) {
  const { t } = useTranslation('calls');
  const textOr = useTextOr();
  const demandOf = (result: string) => value.find(({ resultCategory }) => resultCategory === result)?.demand ?? '';
  const choose = (result: string, demand: Demand | '') => {
    const others = value.filter(({ resultCategory }) => resultCategory !== result);
    onChange?.(demand === '' ? others : [...others, { resultCategory: result, demand }]);
  };
  return (
    <div className="result-demands">
      {results.map((result) => {
        const text = textOr(`proposals:reply.category.${result}`, result);
        return (
          <div key={result} className="result-demand">
            <span>{text}</span>
            <Select<Demand | ''>
              aria-label={t('open.demandOf', { result: text })}
              value={demandOf(result)}
              onChange={(demand) => choose(result, demand)}
              options={(['', 'promise', 'evidence', 'reason'] as const).map((demand) => ({
                value: demand,
                label: t(`rules.demand.${demand === '' ? 'none' : demand}`),
              }))}
            />
          </div>
        );
      })}
    </div>
  );
}
