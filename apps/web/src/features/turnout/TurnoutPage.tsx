import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, ballot } from '../../api/client.js';
import type { BallotState, TurnoutView } from '../../api/shapes.js';
import { BallotFrame } from '../../shared/ballot/BallotFrame.js';
import { SharesChart } from '../../shared/charts/SharesChart.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { useMe } from '../../shared/congress/use-me.js';

const WATCH_MS = 4_000;
const MOVING: readonly BallotState[] = ['ROLL_FROZEN', 'OPEN'];
const BEFORE_ROLL: readonly BallotState[] = ['RULES_DRAFT', 'RULES_ADOPTED', 'NOMINATION'];

/** How far a vote is, asked anew while it moves. */
function useTurnout(id: string): UseQueryResult<TurnoutView> {
  return useQuery({
    queryKey: ['ballot', id, 'turnout'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/turnout', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && MOVING.includes(state.data.state) ? WATCH_MS : false),
  });
}

/** How far a vote is: who is there, who has something to vote with, how many papers are back; of nobody whether he voted. */
export function TurnoutPage() {
  const { t } = useTranslation('turnout');
  return (
    <BallotFrame title={t('title')}>
      {({ id, state }) => (BEFORE_ROLL.includes(state) ? <EmptyState text={t('notYet')} hint={t('notYetHint')} /> : <Live id={id} />)}
    </BallotFrame>
  );
}

function Live({ id }: { readonly id: string }) {
  const turnout = useTurnout(id);
  return (
    <QueryView query={turnout}>
      {(data) => (
        <>
          <InAll turnout={data} />
          <ByDelegation turnout={data} />
        </>
      )}
    </QueryView>
  );
}

function InAll({ turnout: { roll, present, issued, returned, channel } }: { readonly turnout: TurnoutView }) {
  const { t } = useTranslation('turnout');
  const { t: charts } = useTranslation('charts');
  const figures = [
    ['roll', roll],
    ['present', present],
    ['issued', issued.inAll],
    ['returned', returned.inAll],
    ...(channel === 'mixed'
      ? ([
          ['issuedSealed', issued.sealed],
          ['issuedPaper', issued.paper],
          ['returnedSealed', returned.sealed],
          ['returnedPaper', returned.paper],
        ] as const)
      : []),
  ] as const;
  const shares = [
    { key: 'present', label: charts('turnout.present'), value: present, of: roll },
    ...(issued.inAll === null ? [] : [{ key: 'issued', label: charts('turnout.issued'), value: issued.inAll, of: roll }]),
    ...(issued.inAll === null || returned.inAll === null
      ? []
      : [{ key: 'returned', label: charts('turnout.returned'), value: returned.inAll, of: issued.inAll }]),
  ];
  return (
    <Section title={t('inAll')}>
      <dl className="figures" aria-live="polite">
        {figures.map(([name, figure]) =>
          figure === null ? null : (
            <div key={name}>
              <dt>{t(`figure.${name}`)}</dt>
              <dd>{figure}</dd>
            </div>
          ),
        )}
      </dl>
      <SharesChart title={charts('turnout.inAll')} shares={shares} />
      <p className="quiet small">{t('secrecy')}</p>
    </Section>
  );
}

type Delegation = TurnoutView['delegations'][number];

/** The delegations that are large enough to be told by themselves. */
function ByDelegation({ turnout: { delegations, delegationsFrom, delegationsNotTold } }: { readonly turnout: TurnoutView }) {
  const { t } = useTranslation('turnout');
  const { t: charts } = useTranslation('charts');
  const { t: common } = useTranslation();
  const me = useMe();
  if (delegations.length + delegationsNotTold === 0) return null;
  const isOwn = (id: string | null) => id !== null && (me.data?.mandates.some((mandate) => mandate.delegationId === id) ?? false);
  const nameOf = (id: string | null, name: string | null) => (id === null ? t('without') : (name ?? common('unnamed')));
  const hasIssued = delegations.some(({ issued }) => issued !== null);
  const figure = (name: 'roll' | 'present' | 'issued') => ({
    key: name,
    dataIndex: name,
    title: t(`figure.${name}`),
    align: 'right' as const,
  });
  return (
    <Section title={t('byDelegation')}>
      {delegations.length > 0 && (
        <SharesChart
          title={charts('turnout.byDelegation')}
          shares={delegations.map(({ delegationId, name, present, roll }) => ({
            key: delegationId ?? '',
            label: nameOf(delegationId, name),
            value: present,
            of: roll,
          }))}
        />
      )}
      {delegations.length > 0 && (
        <Table<Delegation>
          className="section"
          size="small"
          rowKey={({ delegationId }) => delegationId ?? ''}
          pagination={false}
          dataSource={delegations}
          columns={[
            {
              key: 'name',
              title: t('delegation'),
              render: (_, { delegationId, name }) => (
                <span className="marks">
                  {nameOf(delegationId, name)}
                  {isOwn(delegationId) && <StatusTag tone="running">{t('own')}</StatusTag>}
                </span>
              ),
            },
            figure('roll'),
            figure('present'),
            { key: 'absent', title: t('figure.absent'), align: 'right', render: (_, { roll, present }) => roll - present },
            ...(hasIssued ? [figure('issued')] : []),
          ]}
        />
      )}
      {delegationsNotTold > 0 && <p className="quiet small">{t('notTold', { count: delegationsNotTold, from: delegationsFrom })}</p>}
    </Section>
  );
}
