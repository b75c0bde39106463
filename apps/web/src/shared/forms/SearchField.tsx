import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons';
import { type GetProps, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface SearchFieldProps extends Omit<GetProps<typeof Input.Search>, 'aria-label' | 'placeholder' | 'allowClear' | 'searchIcon'> {
  /** What is looked for; also shown while nothing is typed. */
  readonly label: string;
}

/** A field to look for something by words. Its two buttons have no word of their own, so their icons have names. */
export function SearchField({ label, ...field }: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <Input.Search
      {...field}
      aria-label={label}
      placeholder={label}
      allowClear={{ clearIcon: <CloseCircleFilled aria-label={t('clear')} /> }}
      searchIcon={<SearchOutlined aria-label={t('search')} />}
    />
  );
}
