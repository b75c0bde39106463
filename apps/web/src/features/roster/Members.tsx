import { Button, Input, Popconfirm, Table } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/EmptyState.js';
import { Mark } from '../../shared/Mark.js';
import { QueryView } from '../../shared/QueryView.js';
import { Section } from '../../shared/Section.js';
import { useAction } from '../../shared/use-action.js';
import { CodeSlips } from './CodeSlips.js';
import { issueCodes, type Member, PAGE_SIZE, type SignInCode, useMemberPage } from './roster-doors.js';

/** The people of the organisation; those chosen, over as many pages as it takes, get one-time codes for their first sign-in. */
export function Members() {
  const { t } = useTranslation('roster');
  const { t: common } = useTranslation();
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [codes, setCodes] = useState<readonly SignInCode[] | null>(null);
  const members = useMemberPage(useDeferredValue(typed.trim()), page);
  const issue = useAction((memberIds: string[]) => issueCodes(memberIds), { changes: [['members']], onDone: (given) => (setCodes(given.codes), setChosen([])) });
  const columns = useColumns();
  return (
    <Section
      title={t('members.title')}
      extra={
        <Popconfirm title={t('codes.ask', { count: chosen.length })} disabled={chosen.length === 0} onConfirm={() => issue.mutate([...chosen])}>
          <Button disabled={chosen.length === 0} loading={issue.isPending}>
            {t('codes.action', { count: chosen.length })}
          </Button>
        </Popconfirm>
      }
    >
      <Input.Search className="roster-search" allowClear aria-label={t('members.search')} placeholder={t('members.search')} value={typed} onChange={({ target }) => (setTyped(target.value), setPage(1))} />
      <QueryView query={members} lines={8}>
        {({ items, total }) => (
          <Table<Member>
            rowKey="id"
            size="middle"
            columns={columns}
            dataSource={[...items]}
            loading={members.isPlaceholderData}
            locale={{ emptyText: <EmptyState text={t('members.none')} /> }}
            rowSelection={{ selectedRowKeys: [...chosen], preserveSelectedRowKeys: true, onChange: (keys) => setChosen(keys.map(String)), getCheckboxProps: ({ active, name }) => ({ disabled: !active, 'aria-label': name }) }}
            pagination={{ current: page, pageSize: PAGE_SIZE, total, showSizeChanger: false, showTotal: (count) => common('total', { count }), onChange: setPage }}
          />
        )}
      </QueryView>
      {codes && <CodeSlips codes={codes} onClose={() => setCodes(null)} />}
    </Section>
  );
}

function useColumns() {
  const { t } = useTranslation('roster');
  const wide = ['md' as const];
  return [
    { key: 'staffNo', title: t('columns.staffNo'), dataIndex: 'staffNo' },
    { key: 'name', title: t('columns.name'), render: (_: unknown, { name, active }: Member) => (active ? name : <>{name} <Mark tone="quiet">{t('members.left')}</Mark></>) },
    { key: 'unit', title: t('columns.unit'), dataIndex: 'unitName', responsive: wide },
    { key: 'email', title: t('columns.email'), dataIndex: 'email', responsive: wide },
    { key: 'standing', title: t('columns.standing'), responsive: wide, render: (_: unknown, { standing }: Member) => standing && t(`members.standings.${standing}`) },
    { key: 'account', title: t('columns.account'), render: (_: unknown, { account }: Member) => account && t(`members.accounts.${account}`) },
  ];
}
