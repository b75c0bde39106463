import type { ResultView } from '../../api/shapes.js';

/** What somebody or something on the paper is called; a name written in is its own label. */
export function labelsIn(result: Pick<ResultView, 'items' | 'candidates' | 'subjects' | 'options'>): (id: string) => string {
  const choices = [...(result.items ?? []), ...(result.candidates ?? []), ...(result.subjects ?? []), ...(result.options ?? [])];
  return (id) => choices.find((choice) => choice.id === id)?.label ?? id;
}
