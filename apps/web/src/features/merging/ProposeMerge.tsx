import { useQueries } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalState, ProposalView } from '../../api/shapes.js';
import { type NamedChoice, SearchSelect } from '../../shared/forms/SearchSelect.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { Section } from '../../shared/page/Section.js';
import { proposalQuery, useProposals } from '../../shared/proposal/queries.js';
import { askOn, REQUEST_CHANGES } from '../../shared/requests/request-queries.js';
import { MergeTexts } from './MergeTexts.js';

const MERGEABLE: ProposalState[] = ['SUBMITTED', 'FILED', 'SUGGESTION'];
const SHOWN_MAX = 20;
const REASON_MAX = 2000;

interface Fields {
  readonly parts: readonly NamedChoice[];
  readonly reason: string;
}

/** What a merge wishes for; the document of the service leaves the wishes of all kinds open. */
const wishFor = (parts: readonly NamedChoice[]) => ({ childIds: parts.map(({ id }) => id) }) as object as Record<string, never>;

/** The committee chooses what is to be merged into this proposal, reads the texts beside each other, and asks the authors. */
export function ProposeMerge({ master }: { readonly master: ProposalView }) {
  const { t } = useTranslation('requests');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const parts = Form.useWatch('parts', form) ?? [];
  const texts = useQueries({ queries: parts.map(({ id }) => proposalQuery(id)) });
  const kept = useKeptText({ form: 'merge', about: master.id });
  const propose = useAction(
    ({ parts: chosen, reason }: Fields) =>
      askOn(master.id, { kind: 'merge-consent', reason, wish: wishFor(chosen), version: master.version }),
    { done: t('merging.proposed'), changes: REQUEST_CHANGES, onDone: () => kept.forget() },
  );
  return (
    <Section title={t('merging.propose')}>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(fields) => propose.mutate(fields)}>
        <Form.Item name="parts" label={t('merging.choose')}>
          <PartsField masterId={master.id} />
        </Form.Item>
        <MergeTexts master={master} parts={texts.flatMap(({ data }) => data ?? [])} />
        <Form.Item name="reason" label={t('reason')} rules={[written(t('reason')), atMost(REASON_MAX)]}>
          <Input.TextArea rows={3} count={counted(REASON_MAX)} />
        </Form.Item>
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" disabled={parts.length === 0} loading={propose.isPending}>
          {t('merging.ask', { count: parts.length + 1 })}
        </Button>
      </Form>
    </Section>
  );
}

interface PartsFieldProps {
  readonly masterId: string;
  readonly id?: string;
  readonly value?: readonly NamedChoice[];
  readonly onChange?: (parts: readonly NamedChoice[]) => void;
}

function PartsField({ masterId, id, value = [], onChange = () => undefined }: PartsFieldProps) {
  const { t } = useTranslation('requests');
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const search = useDeferredValue(wanted);
  const found = useProposals({ scope: 'board', state: MERGEABLE, pageSize: SHOWN_MAX, ...(search === '' ? {} : { search }) });
  const isSearching = wanted !== search || found.isPlaceholderData;
  const offered = (isSearching ? [] : (found.data?.items ?? [])).filter(({ id }) => id !== masterId);
  return (
    <SearchSelect<NamedChoice>
      label={t('merging.choose')}
      {...(id === undefined ? {} : { id })}
      search={{
        typed,
        onType: setTyped,
        found: offered.map(({ id, subject, leadProposer }) => ({ id, name: [subject, leadProposer.name].filter(Boolean).join(' · ') })),
        isSearching,
        emptyText: t('merging.noneFound'),
      }}
      value={value}
      onChange={onChange}
    />
  );
}
