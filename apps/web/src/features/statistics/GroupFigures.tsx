import { useTranslation } from 'react-i18next';
import type { StatisticsView } from '../../api/shapes.js';
import { Section } from '../../shared/page/Section.js';
import { FigureTable } from './FigureTable.js';

interface GroupFiguresProps {
  readonly figures: StatisticsView;
  readonly unitName: (id: string) => string;
  readonly delegationName: (id: string) => string;
}

/** What each unit must answer and has answered; what came from each delegation and in each category. */
export function GroupFigures({ figures, unitName, delegationName }: GroupFiguresProps) {
  const { t } = useTranslation('report');
  return (
    <Section title={t('groups')}>
      <div className="chart-pair">
        {figures.byUnit.length > 0 && <UnitTable units={figures.byUnit} unitName={unitName} />}
        <GroupTable
          caption={t('byDelegation')}
          name={t('delegation')}
          groups={figures.byDelegation}
          nameOf={(key) => (key === null ? t('withoutDelegation') : delegationName(key))}
        />
        <GroupTable
          caption={t('byCategory')}
          name={t('category')}
          groups={figures.byCategory}
          nameOf={(key) => key ?? t('withoutCategory')}
        />
      </div>
    </Section>
  );
}

function UnitTable({ units, unitName }: { readonly units: StatisticsView['byUnit']; readonly unitName: (id: string) => string }) {
  const { t } = useTranslation('report');
  return (
    <FigureTable
      caption={t('byUnit')}
      columns={[t('unit'), t('assigned'), t('inTime'), t('late'), t('notYet')]}
      rows={units.map(({ unitId, assigned, repliedOnTime, repliedLate }) => {
        const notYet = assigned - repliedOnTime - repliedLate;
        return {
          key: unitId,
          name: unitName(unitId),
          parts: [
            { tone: 'good', value: repliedOnTime },
            { tone: 'late', value: repliedLate },
            { tone: 'rest', value: notYet },
          ],
          cells: [assigned, repliedOnTime, repliedLate, notYet],
        };
      })}
      legend={[
        { tone: 'good', text: t('inTime') },
        { tone: 'late', text: t('late') },
        { tone: 'rest', text: t('notYet') },
      ]}
    />
  );
}

interface GroupTableProps {
  readonly caption: string;
  readonly name: string;
  readonly groups: StatisticsView['byCategory'];
  readonly nameOf: (key: string | null) => string;
}

function GroupTable({ caption, name, groups, nameOf }: GroupTableProps) {
  const { t } = useTranslation('report');
  if (groups.length === 0) return null;
  return (
    <FigureTable
      caption={caption}
      columns={[name, t('part.received'), t('part.filed'), t('part.suggestions'), t('others')]}
      rows={groups.map(({ key, received, filed, suggestions }) => {
        const others = received - filed - suggestions;
        return {
          key: key ?? '',
          name: nameOf(key),
          parts: [
            { tone: 'main', value: filed },
            { tone: 'abstain', value: suggestions },
            { tone: 'rest', value: others },
          ],
          cells: [received, filed, suggestions, others],
        };
      })}
      legend={[
        { tone: 'main', text: t('part.filed') },
        { tone: 'abstain', text: t('part.suggestions') },
        { tone: 'rest', text: t('others') },
      ]}
    />
  );
}
