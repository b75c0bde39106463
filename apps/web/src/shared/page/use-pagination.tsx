import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import type { PaginationProps } from 'antd';
import { useTranslation } from 'react-i18next';

/** What every list in pages has in common: how many there are, no choice of size, arrows that have a name. */
export function usePagination(): PaginationProps & { readonly showSizeChanger: false } {
  const { t } = useTranslation();
  return {
    showSizeChanger: false,
    hideOnSinglePage: true,
    showTotal: (count) => t('total', { count }),
    itemRender: (_, type, element) => {
      if (type !== 'prev' && type !== 'next') return element;
      // The list item around it takes the focus and the click.
      return (
        <button
          type="button"
          tabIndex={-1}
          className="ant-pagination-item-link"
          aria-label={t(type === 'prev' ? 'previousPage' : 'nextPage')}
        >
          {type === 'prev' ? <LeftOutlined /> : <RightOutlined />}
        </button>
      );
    },
  };
}
