import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../lib/repository.js';

/** One request, sent again and again over many connections for some seconds. */
export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly connections: number;
  readonly seconds: number;
}

/** What came of it. */
export interface LoadResult {
  readonly requestsPerSecond: number;
  /** Latencies in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

interface Report {
  readonly requests: { readonly total: number };
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly duration: number;
  readonly non2xx: number;
  readonly errors: number;
}

/**
 * Posts under load, by autocannon in a process of its own. @throws Error when a request failed or was refused: such figures mean nothing
 */
export async function post({ url, headers, body, connections, seconds }: Load): Promise<LoadResult> {
  const given = Object.entries({ 'content-type': 'application/json', ...headers }).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const program = join(repositoryRoot(), 'node_modules/autocannon/autocannon.js');
  const args = [program, '--json', '-m', 'POST', '-c', String(connections), '-d', String(seconds), '-b', body, ...given, url];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 16 * 1024 * 1024 });
  const report = JSON.parse(stdout) as Report;
  if (report.non2xx > 0 || report.errors > 0) throw new Error(`${url}: ${report.non2xx} refused, ${report.errors} failed`);
  return { requestsPerSecond: report.requests.total / report.duration, p50: report.latency.p50, p99: report.latency.p99 };
}
