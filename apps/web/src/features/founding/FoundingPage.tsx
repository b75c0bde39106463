import { Card, Steps, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { Seal } from '../../shared/page/Seal.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useHouse } from '../../shared/congress/use-house.js';
import type { Founded, FoundingFields } from './founding.js';
import { FoundingForm } from './FoundingForm.js';
import { PasswordForm } from './PasswordForm.js';
import './founding.css';

/** The first page of an empty house, once: the operator founds the organisation, and its first secretary chooses a password on the spot. */
export function FoundingPage() {
  const { t } = useTranslation('founding');
  const { t: common } = useTranslation();
  const house = useHouse();
  const [done, setDone] = useState<{ readonly founded: Founded; readonly fields: FoundingFields } | null>(null);
  const title = t('title');
  const brand = common('brand');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  if (done === null && house.data?.founded) return <Navigate to="/sign-in" replace />;
  return (
    <main className="founding">
      <div className="founding-brand">
        <Seal size={44} />
        <strong>{brand}</strong>
      </div>
      <Card>
        <Typography.Title level={1}>{title}</Typography.Title>
        <Typography.Paragraph type="secondary">{t('intro')}</Typography.Paragraph>
        <Steps
          className="section"
          size="small"
          current={done ? 1 : 0}
          items={[{ title: t('steps.organisation') }, { title: t('steps.password') }]}
        />
        <QueryView query={house}>
          {() =>
            done ? (
              <PasswordForm founded={done.founded} fields={done.fields} />
            ) : (
              <FoundingForm onFounded={(founded, fields) => setDone({ founded, fields })} />
            )
          }
        </QueryView>
      </Card>
    </main>
  );
}
