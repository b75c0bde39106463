import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MATTERS, type OpenMatters } from './open-matters.js';

/** What is still open in a session, each with the way to it. */
export function MattersList({ matters }: { readonly matters: OpenMatters }) {
  const { t } = useTranslation('sessionDesk');
  return (
    <>
      {MATTERS.filter((matter) => matters[matter].length > 0).map((matter) => (
        <div key={matter} className={`session-matter session-matter-${matter}`}>
          <p>{t(`matter.${matter}`, { count: matters[matter].length })}</p>
          <ul>
            {matters[matter].map(({ id, title }) => (
              <li key={id}>
                <Link to={`/ballots/${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
