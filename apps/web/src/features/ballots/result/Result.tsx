import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResultView } from '../../../api/shapes.js';
import { CandidateChart } from '../../../shared/charts/CandidateChart.js';
import { GradeChart } from '../../../shared/charts/GradeChart.js';
import { OptionChart } from '../../../shared/charts/OptionChart.js';
import { VoteChart } from '../../../shared/charts/VoteChart.js';
import { labelsIn } from '../../../shared/ballot/candidate-labels.js';
import { candidateOutcomeOf, type ElectionContext, isElected, statusOf, threeWayIn } from '../../../shared/ballot/election-outcome.js';
import { LinkButton } from '../../../shared/page/LinkButton.js';
import { Section } from '../../../shared/page/Section.js';
import { useTextOr } from '../../../shared/text/use-text-or.js';
import { ItemTable } from './ItemTable.js';
import { RankingTable } from './RankingTable.js';
import { useExplanationText } from '../../../shared/ballot/use-explanation-text.js';
import '../ballots.css';

const GOOD = ['passed', 'decided', 'counted', 'lots-drawn'];

interface ResultProps {
  readonly result: ResultView;
  readonly election: ElectionContext;
}

/** What was decided, the votes it rests on, and the reasoning in gate order. */
export function Result({ result, election }: ResultProps) {
  const { t } = useTranslation('ballots');
  const { t: lots } = useTranslation('lots');
  const { t: seats } = useTranslation('seats');
  const textOr = useTextOr();
  const labelOf = labelsIn(result);
  const explain = useExplanationText(labelOf, election);
  const { items, ranking, subjects, options, leading, needed, explanation } = result.outcome;
  const elected = result.seats?.elected;
  const status = statusOf(result);
  return (
    <Section title={t('result.title')}>
      <Alert
        className="section result-status"
        type={GOOD.includes(status) ? 'success' : 'warning'}
        showIcon
        title={textOr(`ballots:result.status.${status}`, status, { ...election })}
      />
      {elected && (
        <div className="section">
          <h3 className="text-head">{t('result.elected', { ...election })}</h3>
          {elected.length === 0 ? (
            <p className="quiet">{t('result.nobodyElected', { ...election })}</p>
          ) : (
            <ol className="elected">
              {elected.map(({ id, byLot }) => (
                <li key={id}>{byLot ? t('result.byLot', { name: labelOf(id) }) : labelOf(id)}</li>
              ))}
            </ol>
          )}
        </div>
      )}
      {items && <VoteChart items={items} labelOf={labelOf} roll={result.counts.roll} />}
      {items && <ItemTable items={items} labelOf={labelOf} />}
      {ranking && (
        <CandidateChart
          ranking={ranking}
          labelOf={labelOf}
          isElected={(ranked) => isElected(candidateOutcomeOf(result, ranked))}
          needed={needed.elect ?? null}
          roll={result.counts.roll}
          election={election}
        />
      )}
      {ranking && (
        <RankingTable
          ranking={ranking}
          labelOf={labelOf}
          outcomeOf={(ranked) => candidateOutcomeOf(result, ranked)}
          election={election}
          marks={threeWayIn(result)}
        />
      )}
      {subjects?.map((subject) => (
        <GradeChart
          key={subject.id}
          subject={subject}
          name={labelOf(subject.id)}
          grades={result.grades ?? []}
          rates={Object.keys(result.rates ?? {})}
          valid={result.counts.valid ?? 0}
        />
      ))}
      {options && <OptionChart options={options} leading={leading ?? []} labelOf={labelOf} />}
      {result.outcome.status === 'lots' && (
        <LinkButton className="section" to={`/ballots/${result.ballotId}/lots`}>
          {lots('account-link')}
        </LinkButton>
      )}
      {result.declaredAt && result.seats && (
        <LinkButton className="section" to={`/ballots/${result.ballotId}/seats`}>
          {seats('enter')}
        </LinkButton>
      )}
      <h3 className="text-head">{t('result.explanation')}</h3>
      <ol className="explanation">
        {explanation.map((step, index) => (
          <li key={`${step.code}-${index}`}>{explain(step)}</li>
        ))}
      </ol>
    </Section>
  );
}
