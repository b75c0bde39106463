import { UserAddOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm, Table } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { SearchField } from '../../shared/forms/SearchField.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { CodeSlips } from './CodeSlips.js';
import { MemberForm } from './MemberForm.js';
import { findWithoutSignIn, issueCodes, type Member, PAGE_SIZE, type SignInCode, useMemberPage } from './roster-requests.js';

/**
 * The people of the organisation, to be registered and corrected one by one; those chosen, over as many pages as it takes, get one-time
 * codes for their first sign-in.
 */
export function Members() {
  const { t } = useTranslation('roster');
  const pages = usePagination();
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [codes, setCodes] = useState<readonly SignInCode[] | null>(null);
  const [edited, setEdited] = useState<Member | 'new' | null>(null);
  const { message } = App.useApp();
  const search = useDeferredValue(typed.trim());
  const members = useMemberPage(search, page);
  const issue = useAction((memberIds: string[]) => issueCodes(memberIds), {
    isSecret: true,
    changes: [['members']],
    onDone: (given) => (setCodes(given.codes), setChosen([])),
  });
  const choose = useAction(() => findWithoutSignIn(search), {
    onDone: (found) => (setChosen(found), found.length === 0 && void message.info(t('codes.nobody'))),
  });
  const columns = useColumns(setEdited);
  const forget = () => (setCodes(null), issue.reset());
  return (
    <Section
      title={t('members.title')}
      extra={
        <Button icon={<UserAddOutlined />} onClick={() => setEdited('new')}>
          {t('member.new')}
        </Button>
      }
    >
      <div className="toolbar">
        <SearchField
          className="roster-search"
          label={t('members.search')}
          value={typed}
          onChange={({ target }) => (setTyped(target.value), setPage(1))}
        />
        <Button loading={choose.isPending} onClick={() => choose.mutate()}>
          {t('codes.choose')}
        </Button>
        <Popconfirm
          title={t('codes.ask', { count: chosen.length })}
          disabled={chosen.length === 0}
          onConfirm={() => issue.mutate([...chosen])}
        >
          <Button disabled={chosen.length === 0} loading={issue.isPending}>
            {t('codes.action', { count: chosen.length })}
          </Button>
        </Popconfirm>
      </div>
      <QueryView query={members} lines={8}>
        {({ items, total }) => (
          <Table<Member>
            rowKey="id"
            size="middle"
            columns={columns}
            dataSource={[...items]}
            loading={members.isPlaceholderData}
            locale={{ emptyText: <EmptyState text={t('members.none')} /> }}
            rowSelection={{
              selectedRowKeys: [...chosen],
              preserveSelectedRowKeys: true,
              onChange: (keys) => setChosen(keys.map(String)),
              getCheckboxProps: ({ active, name }) => ({ disabled: !active, 'aria-label': name }),
            }}
            pagination={{ ...pages, hideOnSinglePage: false, current: page, pageSize: PAGE_SIZE, total, onChange: setPage }}
          />
        )}
      </QueryView>
      {codes && <CodeSlips codes={codes} onClose={forget} />}
      {edited && <MemberForm member={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}

function useColumns(onEdit: (member: Member) => void) {
  const { t } = useTranslation('roster');
  const wide = ['md' as const];
  return [
    { key: 'staffNo', title: t('columns.staffNo'), dataIndex: 'staffNo' },
    { key: 'name', title: t('columns.name'), render: (_: unknown, member: Member) => <Name member={member} onEdit={onEdit} /> },
    { key: 'unit', title: t('columns.unit'), dataIndex: 'unitName', responsive: wide },
    { key: 'email', title: t('columns.email'), dataIndex: 'email', responsive: wide },
    {
      key: 'standing',
      title: t('columns.standing'),
      responsive: wide,
      render: (_: unknown, { standing }: Member) => standing && t(`members.standings.${standing}`),
    },
    {
      key: 'account',
      title: t('columns.account'),
      render: (_: unknown, { account }: Member) => account && t(`members.accounts.${account}`),
    },
  ];
}

/** A name opens the form that corrects the person. */
function Name({ member, onEdit }: { readonly member: Member; readonly onEdit: (member: Member) => void }) {
  const { t } = useTranslation('roster');
  return (
    <>
      <Button type="link" className="roster-name" aria-label={t('member.correct', { name: member.name })} onClick={() => onEdit(member)}>
        {member.name}
      </Button>
      {!member.active && <StatusTag tone="quiet">{t('members.left')}</StatusTag>}
    </>
  );
}
