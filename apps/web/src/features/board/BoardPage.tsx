import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalRow } from '../../api/shapes.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { holds, useMe } from '../../shared/congress/use-me.js';
import { useSessions } from '../../shared/congress/members.js';
import { Page } from '../../shared/page/Page.js';
import { BulkPanel } from './BulkPanel.js';
import { BoardFilters } from './BoardFilters.js';
import { BoardTable } from './BoardTable.js';
import { Counters } from './Counters.js';
import { SavedFilters } from './saved/SavedFilters.js';
import { ReviewDrawer } from './ReviewDrawer.js';
import { Statistics } from './Statistics.js';
import { useBoardFilter } from './use-board-filter.js';
import './board.css';

function BoardLinks({ isCommittee }: { readonly isCommittee: boolean }) {
  const { t } = useTranslation('board');
  const { t: proposals } = useTranslation('proposals');
  const { t: ledger } = useTranslation('ledger');
  const { t: requests } = useTranslation('requests');
  const { t: history } = useTranslation('history');
  const { t: deadlines } = useTranslation('deadlines');
  return (
    <>
      <LinkButton to="/deadlines">{deadlines('title')}</LinkButton>
      <LinkButton to="/ledger">{ledger('open')}</LinkButton>
      {isCommittee && <LinkButton to="/requests">{requests('owed.title')}</LinkButton>}
      {isCommittee && <LinkButton to="/paper-form">{proposals('paper.action')}</LinkButton>}
      <LinkButton to="/calls">{t('calls')}</LinkButton>
      <LinkButton to="/history">{history('open')}</LinkButton>
    </>
  );
}

/** The committee's desk: what came in, where it stands, what is late; a proposal opens at the side. */
export function BoardPage() {
  const { t } = useTranslation('board');
  const board = useBoardFilter();
  const me = useMe();
  const isCommittee = me.data ? holds(me.data, 'PROPOSALS_COMMITTEE') : false;
  const [selected, select] = useState<readonly ProposalRow[]>([]);
  const sessions = useSessions();
  // Figures are of one session: of the one chosen, else of the one that is on or comes last.
  const sessionId = board.filter.sessionId ?? (sessions.data?.find(({ state }) => state === 'OPEN') ?? sessions.data?.[0])?.id;
  return (
    <Page title={t('title')} intro={t('intro')} wide actions={<BoardLinks isCommittee={isCommittee} />}>
      {sessionId && <Statistics sessionId={sessionId} />}
      <Card>
        <Counters board={board} />
        <SavedFilters shown={board.filter} onShow={board.change} />
        <BoardFilters board={board} />
        {isCommittee && <BulkPanel selected={selected} onClear={() => select([])} />}
        <BoardTable board={board} selection={isCommittee ? { selected, select } : null} />
      </Card>
      {board.openId && <ReviewDrawer key={board.openId} id={board.openId} onClose={() => board.change({ open: '' })} />}
    </Page>
  );
}
