import { Button, Segmented, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ATTENDANCE_CHANGES, signInto, signOutOf } from '../../shared/congress/attendance.js';
import { formatTime } from '../../shared/text/formats.js';
import { StatusTag, type Tone } from '../../shared/page/StatusTag.js';
import { useDelegations } from '../../shared/congress/members.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { SearchField } from '../../shared/forms/SearchField.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { type Attendee, ATTENDEES_PAGE, type AttendeesShown, useAttendees } from './session-requests.js';

const TONES: Readonly<Record<Attendee['standing'], Tone>> = { HERE: 'good', EXPECTED: 'waiting', LEFT: 'quiet' };
const SHOWN = ['ALL', 'HERE', 'EXPECTED', 'LEFT', 'LATE'] as const;

/** Who is here, who is not yet, who has left, who came late; each can be signed in or out from here, too. */
export function Attendees({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('sessionDesk');
  const pages = usePagination();
  const [show, setShow] = useState<AttendeesShown | 'ALL'>('ALL');
  const [delegationId, setDelegation] = useState<string | undefined>();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const delegations = useDelegations(sessionId);
  const people = useAttendees(sessionId, {
    page,
    ...(show === 'ALL' ? {} : { show }),
    ...(delegationId ? { delegationId } : {}),
    ...(search === '' ? {} : { search }),
  });
  const filters = (change: () => void) => {
    change();
    setPage(1);
  };
  return (
    <Section title={t('list.title')}>
      <div className="toolbar">
        <Segmented
          aria-label={t('list.show')}
          value={show}
          options={SHOWN.map((value) => ({ value, label: t(`list.${value}`) }))}
          onChange={(value) => filters(() => setShow(value))}
        />
        <Select
          allowClear
          className="attendees-select"
          aria-label={t('list.delegation')}
          placeholder={t('list.delegation')}
          value={delegationId ?? null}
          options={(delegations.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value: string | null | undefined) => filters(() => setDelegation(value ?? undefined))}
        />
        <SearchField className="attendees-select" label={t('list.search')} onSearch={(value) => filters(() => setSearch(value.trim()))} />
      </div>
      <QueryView query={people}>
        {({ items, total }) => (
          <Table<Attendee>
            size="small"
            rowKey="memberId"
            dataSource={items}
            scroll={{ x: 'max-content' }}
            pagination={{ ...pages, current: page, pageSize: ATTENDEES_PAGE, total, onChange: setPage }}
            columns={[
              { key: 'staffNo', dataIndex: 'staffNo', title: t('list.staffNo') },
              { key: 'name', dataIndex: 'name', title: t('list.name') },
              { key: 'delegation', dataIndex: 'delegationName', title: t('list.delegation') },
              { key: 'standing', title: t('list.standing'), render: (_, person) => <Standing person={person} /> },
              { key: 'act', title: t('list.act'), render: (_, person) => <Act sessionId={sessionId} person={person} /> },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}

function Standing({ person: { standing, late, since, byDesk } }: { readonly person: Attendee }) {
  const { t, i18n } = useTranslation('sessionDesk');
  return (
    <span className="marks">
      <StatusTag tone={TONES[standing]}>{t(`list.${standing}`)}</StatusTag>
      {since && <span className="quiet small">{formatTime(since, i18n.language)}</span>}
      {byDesk && <StatusTag tone="quiet">{t('list.byDesk')}</StatusTag>}
      {late && <StatusTag tone="waiting">{t('list.LATE')}</StatusTag>}
    </span>
  );
}

function Act({ sessionId, person: { memberId, name, standing } }: { readonly sessionId: string; readonly person: Attendee }) {
  const { t } = useTranslation('sessionDesk');
  const isHere = standing === 'HERE';
  const act = useAction(() => (isHere ? signOutOf(sessionId, memberId) : signInto(sessionId, memberId)), {
    done: t(isHere ? 'list.doneOut' : 'list.doneIn', { name }),
    changes: ATTENDANCE_CHANGES,
  });
  return (
    <Button
      size="small"
      loading={act.isPending}
      aria-label={t(isHere ? 'list.outName' : 'list.inName', { name })}
      onClick={() => act.mutate()}
    >
      {t(isHere ? 'serve.out' : 'serve.in')}
    </Button>
  );
}
