import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/Page.js';
import { BoardFilters } from './BoardFilters.js';
import { BoardTable } from './BoardTable.js';
import { ReviewDrawer } from './ReviewDrawer.js';
import { Statistics } from './Statistics.js';
import { useBoardFilter } from './use-board-filter.js';

/** The committee's desk: what came in, where it stands, what is late; a proposal opens at the side. */
export function BoardPage() {
  const { t } = useTranslation('board');
  const board = useBoardFilter();
  return (
    <Page title={t('title')} intro={t('intro')} wide>
      {board.filter.sessionId && <Statistics sessionId={board.filter.sessionId} />}
      <Card>
        <BoardFilters board={board} />
        <BoardTable board={board} />
      </Card>
      {board.openId && <ReviewDrawer key={board.openId} id={board.openId} onClose={() => board.change({ open: '' })} />}
    </Page>
  );
}
