import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { answer, noticesEntrance } from '../../api/client.js';
import type { components } from '../../api/generated/notifier.js';
import { Seal } from '../../shared/page/Seal.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useProblemText } from '../../shared/text/use-problem-text.js';
import './unsubscribing.css';

type Kinds = components['schemas']['UnsubscriptionResponse']['kinds'];

const by = (token: string) => ({ params: { path: { token } } });

/** Where the link of a mail leads that its reader wants no more of: it asks once, needs no sign-in, and says what still comes. */
export function UnsubscribePage() {
  const { t } = useTranslation('preferences');
  const { t: common } = useTranslation();
  const token = useLocation().hash.slice(1);
  const title = t('unsubscribe.title');
  const brand = common('brand');
  const asked = useQuery({
    queryKey: ['preferences', token],
    queryFn: () => answer(noticesEntrance.GET('/api/notifier/unsubscriptions/{token}/kinds', by(token))),
    enabled: token !== '',
    retry: false,
  });
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  return (
    <main className="unsubscribing">
      <div className="unsubscribing-brand">
        <Seal size={44} />
        <strong>{brand}</strong>
      </div>
      <Card>
        <h1>{title}</h1>
        {token === '' ? (
          <Alert className="section" type="warning" showIcon title={t('unsubscribe.broken')} />
        ) : (
          <QueryView query={asked}>{({ kinds, isDone }) => <Asking token={token} kinds={kinds} isDone={isDone} />}</QueryView>
        )}
        <p>
          <Link to="/inbox/preferences">{t('unsubscribe.all')}</Link>
        </p>
      </Card>
    </main>
  );
}

function Asking({ token, kinds, isDone }: { readonly token: string; readonly kinds: Kinds; readonly isDone: boolean }) {
  const { t } = useTranslation('preferences');
  const problemText = useProblemText();
  const end = useMutation({ mutationFn: () => answer(noticesEntrance.POST('/api/notifier/unsubscriptions/{token}', by(token))) });
  const names = kinds.map((kind) => t(`kinds.${kind}`)).join(t('unsubscribe.comma'));
  if (isDone || end.isSuccess) return <Alert type="success" showIcon role="status" title={t('unsubscribe.done', { names })} />;
  return (
    <>
      <p>{t('unsubscribe.ask', { names })}</p>
      {end.isError && <Alert className="section" type="error" showIcon role="alert" title={problemText(end.error)} />}
      <Button type="primary" block loading={end.isPending} onClick={() => end.mutate()}>
        {t('unsubscribe.end', { names })}
      </Button>
    </>
  );
}
