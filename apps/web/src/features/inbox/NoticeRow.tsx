import { RightOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NoticeView } from '../../api/shapes.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { formatInstant } from '../../shared/text/formats.js';
import { useAction } from '../../shared/forms/use-action.js';
import { markRead, NOTICE_CHANGES } from './notices.js';
import { useNoticeText } from '../../shared/text/use-notice-text.js';

/** One message; opening what it is about marks it as read. */
export function NoticeRow({ notice }: { readonly notice: NoticeView }) {
  const { t, i18n } = useTranslation('inbox');
  const noticeText = useNoticeText();
  const read = useAction(() => markRead(notice.id), { changes: NOTICE_CHANGES });
  const isUnread = notice.readAt === null;
  const content = (
    <div className="row-main">
      <div className={isUnread ? 'row-title' : undefined}>
        {isUnread && <Badge status="error" text={<span className="visually-hidden">{t('isNew')}</span>} />}
        <span className="notice-text">{noticeText(notice)}</span>
        {notice.over && (
          <>
            {' '}
            <StatusTag tone="quiet">{t(`over.${notice.over}`)}</StatusTag>
          </>
        )}
      </div>
      <div className="quiet small">{formatInstant(notice.createdAt, i18n.language)}</div>
    </div>
  );
  return (
    <li>
      {notice.link ? (
        <Link className="row-link" to={notice.link} onClick={() => isUnread && read.mutate()}>
          {content}
          <RightOutlined className="quiet" aria-hidden />
        </Link>
      ) : (
        <div className="row-link">
          {content}
          {isUnread && (
            <Button type="text" loading={read.isPending} onClick={() => read.mutate()}>
              {t('markRead')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
