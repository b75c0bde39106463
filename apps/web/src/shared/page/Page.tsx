import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../plain/ButtonLink.js';

interface PageProps {
  readonly title: string;
  /** One calm sentence below the title. */
  readonly intro?: ReactNode;
  /** Where "back" leads; none on the pages of the main navigation. */
  readonly back?: string;
  readonly actions?: ReactNode;
  /** Reading pages are narrow, tables are wide. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The frame of a page's content: its heading, which is also the title of the browser's tab. */
export function Page({ title, intro, back, actions, wide = false, children }: PageProps) {
  const { t } = useTranslation();
  const brand = t('brand');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      <header className="page-head">
        {back && <ButtonLink to={back} look="text" icon="back" label={t('back')} />}
        <div className="page-heading">
          <h1>{title}</h1>
          {intro && <p className="quiet">{intro}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
