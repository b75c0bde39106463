import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../plain/Button.js';
import { Notice } from '../plain/Notice.js';
import { useProblemText } from '../text/use-problem-text.js';

interface QueryViewProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error'> & { readonly refetch: () => unknown };
  /** Lines of the placeholder while the answer is on its way. */
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** What a question to the server looks like while it is open, when it failed, and when it is answered. */
export function QueryView<T>({ query, lines = 4, children }: QueryViewProps<T>) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    return (
      <Notice
        tone="bad"
        title={t('loadFailed')}
        text={problemText(query.error)}
        action={<Button onClick={() => void query.refetch()}>{t('retry')}</Button>}
      />
    );
  }
  return (
    <div role="status" aria-label={t('loading')} className="skeleton">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
