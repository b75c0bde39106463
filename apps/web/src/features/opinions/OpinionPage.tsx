import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Facts } from '../../shared/page/Facts.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { DueDate } from '../../shared/proposal/DueDate.js';
import { formatDate, formatInstant } from '../../shared/text/formats.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import { type OpinionDetail, useOpinion } from './opinion-requests.js';
import { OpinionActs } from './OpinionActs.js';
import { OpinionTag } from './OpinionRows.js';
import './opinions.css';

/** One opinion: what is suggested, what happened to it, and what the reader can do now. */
export function OpinionPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('opinions');
  const opinion = useOpinion(id);
  return (
    <Page title={t('one')} back="/opinions">
      <QueryView query={opinion} lines={8}>
        {(data) => <Opinion opinion={data} />}
      </QueryView>
    </Page>
  );
}

function Opinion({ opinion }: { readonly opinion: OpinionDetail }) {
  const { t, i18n } = useTranslation('opinions');
  const nameOf = useNameOf();
  const { number, subject, text, suggester, suggestedOn, unit, dueOn, isOwn, publication } = opinion;
  const fromWhom = isOwn ? t('yours') : suggester ? nameOf(suggester) : t('withheld');
  return (
    <>
      <Card className="section">
        <OpinionTag opinion={opinion} />
        <h2 className="opinion-subject">{subject}</h2>
        <p className="prose">{text}</p>
        <Facts
          facts={[
            { name: t('number'), value: number },
            { name: t('suggester'), value: fromWhom },
            { name: t('putIn'), value: formatDate(suggestedOn, i18n.language) },
            ...(unit ? [{ name: t('unit'), value: nameOf(unit) }] : []),
            ...(dueOn ? [{ name: t('dueOn'), value: <DueDate date={dueOn} /> }] : []),
          ]}
        />
        {publication && (
          <Alert
            type="info"
            title={t(publication.reply === null ? 'publishedAsHint' : 'publishedAs', { subject: publication.subject })}
            description={
              <>
                <p className="prose">{publication.text}</p>
                {publication.reply !== null && (
                  <p className="prose">
                    <strong>{t('answer')}</strong> {publication.reply}
                  </p>
                )}
              </>
            }
          />
        )}
      </Card>
      <OpinionActs key={opinion.version} opinion={opinion} />
      <Section title={t('steps.title')}>
        <Steps steps={opinion.steps} />
      </Section>
    </>
  );
}

function Steps({ steps }: { readonly steps: OpinionDetail['steps'] }) {
  const { t, i18n } = useTranslation('opinions');
  const textOr = useTextOr();
  const nameOf = useNameOf();
  if (steps.length === 0) return <p className="quiet">{t('steps.none')}</p>;
  return (
    <ol className="rows opinion-steps">
      {[...steps].reverse().map(({ kind, outcome, text, unit, dueOn, helped, by, at }) => (
        <li key={`${at}-${kind}`}>
          <div className="row-facts small">
            <strong>{textOr(`opinions:steps.${kind}_${outcome ?? String(helped)}`, t(`steps.${kind}`))}</strong>
            {unit && <span>{nameOf(unit)}</span>}
            {dueOn && <span>{t('steps.until', { date: formatDate(dueOn, i18n.language) })}</span>}
            <span className="quiet">
              {t('steps.by', { name: by ? nameOf(by) : t('suggester'), instant: formatInstant(at, i18n.language) })}
            </span>
          </div>
          {text && <p className="prose">{text}</p>}
        </li>
      ))}
    </ol>
  );
}
