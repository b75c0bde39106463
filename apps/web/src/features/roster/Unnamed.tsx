import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../shared/forms/use-action.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { MemberForm } from './MemberForm.js';
import { fetchMember, fetchRoster, type Member, type RosterImport } from './roster-requests.js';

type UnnamedMember = RosterImport['unnamed'][number];

interface UnnamedProps {
  readonly roster: RosterImport;
  /** The preview after somebody was corrected. */
  readonly onLookedAgain: (roster: RosterImport) => void;
}

/** Whom the list does not name: perhaps they have left. The import changes nothing of them; a name opens the form in which that is said. */
export function Unnamed({ roster: { importId, unnamed }, onLookedAgain }: UnnamedProps) {
  const { t } = useTranslation('roster');
  const pages = usePagination();
  const [opened, setOpened] = useState<Member | null>(null);
  const open = useAction((id: string) => fetchMember(id), { onDone: setOpened });
  const look = useAction(() => fetchRoster(importId), { onDone: onLookedAgain });
  const close = () => {
    setOpened(null);
    look.mutate();
  };
  return (
    <>
      {unnamed.length > 0 && (
        <Alert
          className="section"
          type="warning"
          title={t('unnamed.title', { count: unnamed.length })}
          description={
            <>
              <p className="roster-counts">{t('unnamed.hint')}</p>
              <details className="roster-list">
                <summary>{t('unnamed.list')}</summary>
                <Table<UnnamedMember>
                  rowKey="memberId"
                  size="small"
                  columns={[
                    { key: 'staffNo', title: t('columns.staffNo'), dataIndex: 'staffNo' },
                    {
                      key: 'name',
                      title: t('columns.name'),
                      render: (_, { memberId, name }) => (
                        <Button
                          type="link"
                          className="roster-name"
                          aria-label={t('member.correct', { name })}
                          onClick={() => open.mutate(memberId)}
                        >
                          {name}
                        </Button>
                      ),
                    },
                    { key: 'unit', title: t('columns.unit'), dataIndex: 'unitName' },
                  ]}
                  dataSource={unnamed}
                  pagination={pages}
                />
              </details>
            </>
          }
        />
      )}
      {opened && <MemberForm member={opened} onClose={close} />}
    </>
  );
}
