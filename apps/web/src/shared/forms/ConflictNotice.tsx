import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Outdated } from './use-outdated.js';

interface ConflictNoticeProps<T> {
  readonly of: Pick<Outdated<T>, 'rival'>;
  /** What it says now, by the names of the fields; left out where the page itself shows it. */
  readonly lines?: (now: T) => readonly (readonly [name: string, value: string])[];
}

/**
 * In a form that somebody else was faster than: nothing was saved, this is what stands there now, and what was typed is still in the form.
 */
export function ConflictNotice<T>({ of: { rival }, lines }: ConflictNoticeProps<T>) {
  const { t } = useTranslation();
  if (rival === null) return null;
  if (!lines) return <Alert className="section" type="warning" showIcon role="alert" title={t('nowReads.act')} />;
  return (
    <Alert
      className="conflict-notice"
      type="warning"
      showIcon
      role="alert"
      title={t('nowReads.title')}
      description={
        <>
          <p>{t('nowReads.text')}</p>
          <dl>
            {lines(rival).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value === '' ? t('none') : value}</dd>
              </div>
            ))}
          </dl>
        </>
      }
    />
  );
}
