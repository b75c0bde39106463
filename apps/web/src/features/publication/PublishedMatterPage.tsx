import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Facts } from '../../shared/page/Facts.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { type PublishedMatterView, usePublishedMatter } from '../../shared/publication/publication-queries.js';
import { formatDay } from '../../shared/text/formats.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { useTextOr } from '../../shared/text/use-text-or.js';

/** One published matter: what was proposed and answered, without what is kept back. */
export function PublishedMatterPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('publication');
  const matter = usePublishedMatter(id);
  return (
    <Page title={matter.data?.subject ?? t('list.title')} back="/published">
      <QueryView query={matter} lines={8}>
        {(data) => <Matter matter={data} />}
      </QueryView>
    </Page>
  );
}

function Matter({ matter }: { readonly matter: PublishedMatterView }) {
  const { t, i18n } = useTranslation('publication');
  const { t: words } = useTranslation('proposals');
  const textOr = useTextOr();
  const nameOf = useNameOf();
  const { docketNo, category, proposer, seconders, grounds, measures, replies, publishedAt } = matter;
  const text = (name: string, said: string | null) => (
    <Section title={name}>{said === null ? <p className="quiet">{t('notPublished')}</p> : <p className="prose">{said}</p>}</Section>
  );
  return (
    <>
      <Card className="section">
        <Facts
          facts={[
            ...(docketNo ? [{ name: t('docketNo'), value: docketNo }] : []),
            { name: t('fields.proposer'), value: proposer ? nameOf(proposer) : t('notPublished') },
            ...(seconders === null ? [] : [{ name: t('seconders'), value: t('people', { count: seconders }) }]),
            ...(category ? [{ name: words('category'), value: category }] : []),
            { name: t('publishedOn'), value: formatDay(publishedAt, i18n.language) },
          ]}
        />
      </Card>
      {text(t('fields.grounds'), grounds)}
      {text(t('fields.measures'), measures)}
      {replies.map(({ unit, text: reply, resultCategory, at }) => (
        <Section key={unit.id} title={t('replyOf', { unit: nameOf(unit) })}>
          <p className="quiet small">
            {textOr(`proposals:reply.category.${resultCategory}`, resultCategory)} · {formatDay(at, i18n.language)}
          </p>
          <p className="prose">{reply}</p>
        </Section>
      ))}
    </>
  );
}
