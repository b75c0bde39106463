import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { answer, congress } from '../../api/client.js';
import type { SessionView } from '../../api/shapes.js';
import { QuorumTimeline } from '../../shared/charts/QuorumTimeline.js';
import type { AttendanceMoment } from '../../shared/charts/quorum-steps.js';

const WATCH_MS = 60_000;
const PAGES_MAX = 50; // More moments than any hall has: a fault of ours is not to ask for ever.

/** Who was there from the first sign-in on: while the session sits, and afterwards. */
export function SessionTimeline({ session: { id, state, closedAt } }: { readonly session: SessionView }) {
  const timeline = useQuery({
    queryKey: ['attendance', id, 'timeline'],
    queryFn: () => momentsOf(id),
    refetchInterval: state === 'OPEN' ? WATCH_MS : false,
  });
  const last = timeline.data?.[timeline.data.length - 1];
  if (!timeline.data || !last) return null;
  return (
    <Card className="section">
      <QuorumTimeline moments={timeline.data} entitled={last.entitled} until={closedAt ?? new Date(timeline.dataUpdatedAt).toISOString()} />
    </Card>
  );
}

type Moment = AttendanceMoment & { readonly entitled: number };

async function momentsOf(id: string): Promise<readonly Moment[]> {
  const moments: Moment[] = [];
  let after = 0;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { points, more } = await answer(
      congress.GET('/api/congress/sessions/{id}/attendance/timeline', { params: { path: { id }, query: { after } } }),
    );
    moments.push(...points);
    after = points[points.length - 1]?.position ?? after;
    if (!more) break;
  }
  return moments;
}
