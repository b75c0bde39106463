import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './screen.css';

interface ScreenFrameProps {
  readonly title: string;
  /** What is on, in a few words. */
  readonly state: string | null;
  /** The same as a page of text, for who reads it otherwise. */
  readonly textPath: string;
  readonly children: ReactNode;
}

/** The wall of the hall: dark, the whole area, title and state above whatever is shown. */
export function ScreenFrame({ title, state, textPath, children }: ScreenFrameProps) {
  const { t } = useTranslation('screen');
  const { t: common } = useTranslation();
  const brand = common('brand');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  return (
    <main className="screen">
      <Link className="screen-as-text" to={textPath}>
        {t('twin')}
      </Link>
      <h1>{title}</h1>
      {state !== null && <p className="screen-state">{state}</p>}
      <div className="screen-body">{children}</div>
    </main>
  );
}
