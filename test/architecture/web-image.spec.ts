import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../lib/repository.js';

/** The files that say how the web image treats a stranger. */
const FILES = {
  nginx: 'docker/web/nginx.conf',
  proxy: 'docker/web/proxy.conf',
  headers: 'docker/web/headers.conf',
  proxies: 'docker/web/trusted-proxy.conf.template',
  image: 'docker/Dockerfile',
} as const;
type Texts = Readonly<Record<keyof typeof FILES, string>>;

const SECONDS_MAX = 30;
const BODY_MEBIBYTES_MAX = 32; // As at the launcher's front door.
const PAPER_MEBIBYTES_MAX = 1; // What services take as JSON.

/** What a directive is given, where it stands; a comment is none. */
const given = (text: string, directive: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\\s*${directive}\\s+([^;#]+);`, 'gm'))].map(([, value = '']) => value.trim());
const whole = (value = '', unit = ''): number => (new RegExp(`^\\d+${unit}$`).test(value) ? Number.parseInt(value, 10) : Number.NaN);
const seconds = (text: string, directive: string): number => whole(given(text, directive)[0], 's');

/** What stands in the block of a location, which has none inside but an `if`. */
const block = (text: string, location: string): string => text.slice(text.indexOf(`location ${location} {`)).split(/^ {2}\}$/m, 1)[0] ?? '';

/** One bound on what a stranger may hold, and a text in which it is gone or worth nothing. */
interface Limit {
  readonly what: string;
  holds(texts: Texts): boolean;
  readonly gone: readonly (readonly [file: keyof Texts, is: string, becomes: string])[];
}

const LIMITS: readonly Limit[] = [
  {
    // Each has another connection to a service: one address alone never takes all that a worker has.
    what: 'connections are counted by address, and one takes less than half of what a worker holds',
    holds: ({ nginx, image }) => {
      const [zone = ''] = given(nginx, 'limit_conn_zone');
      const [, name = ''] = /^\$binary_remote_addr zone=(\w+):\d+m$/.exec(zone) ?? [];
      const [limit = ''] = given(nginx, 'limit_conn');
      const held = /worker_connections (\d+);/.exec(image)?.[1];
      return name !== '' && limit.startsWith(`${name} `) && 2 * whole(limit.slice(name.length + 1)) < whole(held);
    },
    gone: [
      ['nginx', 'limit_conn address 3000;', ''],
      ['nginx', 'limit_conn address 3000;', '# limit_conn address 3000;'],
      ['nginx', 'limit_conn address 3000;', 'limit_conn address 5000;'],
      ['nginx', '$binary_remote_addr', '$http_authorization'],
      ['image', 'worker_connections 8192;', 'worker_connections 1024;'],
    ],
  },
  {
    what: 'headers have a deadline',
    holds: ({ nginx }) => seconds(nginx, 'client_header_timeout') <= SECONDS_MAX,
    gone: [
      ['nginx', 'client_header_timeout 10s;', ''],
      ['nginx', 'client_header_timeout 10s;', 'client_header_timeout 10m;'],
    ],
  },
  {
    what: 'bodies have a deadline',
    holds: ({ nginx }) => seconds(nginx, 'client_body_timeout') <= SECONDS_MAX,
    gone: [
      ['nginx', 'client_body_timeout 15s;', ''],
      ['nginx', 'client_body_timeout 15s;', 'client_body_timeout 600s;'],
    ],
  },
  {
    what: 'bodies have a size',
    holds: ({ nginx }) => whole(given(nginx, 'client_max_body_size')[0], 'm') <= BODY_MEBIBYTES_MAX,
    gone: [
      ['nginx', 'client_max_body_size 32m;', ''],
      ['nginx', 'client_max_body_size 32m;', 'client_max_body_size 0;'],
    ],
  },
  {
    what: 'a service is asked when a body is there whole, and answers stream',
    holds: ({ proxy }) => given(proxy, 'proxy_request_buffering')[0] === 'on' && given(proxy, 'proxy_buffering')[0] === 'off',
    gone: [
      ['proxy', 'proxy_request_buffering on;', 'proxy_request_buffering off;'],
      ['proxy', 'proxy_buffering off;', ''],
    ],
  },
  {
    // The access phase comes before a body is read: what is asked there has none, and everything else of the request, at its own address.
    what: 'a stranger is told so by the service’s word before their body is read, and nobody but this server asks for it',
    holds: ({ nginx, proxy }) => {
      const api = block(nginx, '~ ^/api/(?<service>congress|proposals|ballot|notifier)/');
      const asked = block(nginx, '= /admission');
      return (
        given(api, 'auth_request')[0] === '/admission' &&
        given(api, 'error_page').includes('401 = @stranger') &&
        /^return 401 '\{"type":"unauthenticated",/m.test(block(nginx, '@stranger').replace(/^\s+/gm, '')) &&
        asked.includes('\n    internal;') &&
        given(asked, 'proxy_method')[0] === '$request_method' &&
        given(asked, 'proxy_pass_request_body')[0] === 'off' &&
        given(asked, 'proxy_set_header X-Plenum-Admission')[0] === 'ask' &&
        given(asked, 'proxy_pass')[0] === 'http://$service:8080$request_uri' &&
        given(proxy, 'proxy_set_header X-Plenum-Admission')[0] === '""'
      );
    },
    gone: [
      ['nginx', 'auth_request /admission;', ''],
      ['nginx', 'auth_request /admission;', 'auth_request off;'],
      ['nginx', 'error_page 401 = @stranger;', ''],
      ['nginx', 'internal;', ''],
      ['nginx', 'proxy_method $request_method;', ''],
      ['nginx', 'proxy_pass_request_body off;', ''],
      ['nginx', 'http://$service:8080$request_uri;', 'http://$service:8080/health;'],
      ['proxy', 'proxy_set_header X-Plenum-Admission "";', ''],
    ],
  },
  {
    // A service is named by a variable, never by an `upstream` with a pool: each request, and each stream, has a connection of its own.
    what: 'no stream takes the place of a request',
    holds: ({ nginx, proxy }) =>
      /^http:\/\/\$service:\d+$/.test(given(proxy, 'proxy_pass')[0] ?? '') && !/^\s*(upstream\b|keepalive\b)/m.test(`${nginx}\n${proxy}`),
    gone: [
      ['proxy', 'http://$service:8080', 'http://services'],
      ['nginx', 'server {', 'upstream services { server ballot:8080 max_conns=256; keepalive 256; }\nserver {'],
    ],
  },
  {
    what: 'callers are told apart by their address, whatever they say of themselves',
    holds: ({ proxy }) => given(proxy, 'proxy_set_header X-Forwarded-For')[0] === '$remote_addr',
    gone: [['proxy', 'X-Forwarded-For $remote_addr', 'X-Forwarded-For $proxy_add_x_forwarded_for']],
  },
  {
    what: 'another address is believed on the word of a proxy that was named, and nobody else’s',
    holds: ({ nginx, proxies, image }) =>
      given(proxies, 'set_real_ip_from').join() === '${PLENUM_TRUSTED_PROXY}' &&
      given(nginx, 'set_real_ip_from').length === 0 &&
      given(proxies, 'real_ip_header')[0] === 'X-Forwarded-For' &&
      /^ENV PLENUM_TRUSTED_PROXY=127\.0\.0\.1$/m.test(image),
    gone: [
      ['proxies', 'set_real_ip_from ${PLENUM_TRUSTED_PROXY};', ''],
      ['proxies', 'set_real_ip_from ${PLENUM_TRUSTED_PROXY};', 'set_real_ip_from 0.0.0.0/0;'],
      ['proxies', 'real_ip_header X-Forwarded-For;', ''],
      ['image', 'ENV PLENUM_TRUSTED_PROXY=127.0.0.1', 'ENV PLENUM_TRUSTED_PROXY=0.0.0.0/0'],
    ],
  },
  {
    what: 'strict transport security is the word of whoever ends TLS, which this image does not',
    holds: ({ nginx, headers }) => !/strict-transport-security/i.test(`${nginx}\n${headers}`),
    gone: [['headers', 'add_header X-Frame-Options DENY always;', 'add_header Strict-Transport-Security "max-age=31536000" always;']],
  },
  {
    what: 'no log has the address and time of whoever casts a paper',
    holds: ({ nginx }) => given(nginx, 'access_log').every((log) => log === 'off') && given(nginx, 'access_log').length > 0,
    gone: [
      ['nginx', 'access_log off;', ''],
      ['nginx', 'access_log off;', 'access_log /dev/stdout;'],
    ],
  },
  {
    // Below `crit`, nginx writes whatever goes wrong with a request beside its line, its time and the address that asked.
    what: 'no log has the line of a request that went wrong',
    holds: ({ nginx, image }) =>
      given(nginx, 'error_log').every((log) => /^\S+ (crit|alert|emerg)$/.test(log)) &&
      given(nginx, 'error_log').length > 0 &&
      !/error_log/.test(image),
    gone: [
      ['nginx', 'error_log stderr crit;', ''],
      ['nginx', 'error_log stderr crit;', 'error_log stderr;'],
      ['nginx', 'error_log stderr crit;', 'error_log stderr warn;'],
      ['nginx', 'error_log stderr crit;', 'error_log stderr crit;\n  error_log /var/log/nginx/error.log info;'],
    ],
  },
  {
    what: 'a paper that comes in is written to no disk',
    holds: ({ nginx }) => whole(given(nginx, 'client_body_buffer_size')[0], 'm') > PAPER_MEBIBYTES_MAX,
    gone: [
      ['nginx', 'client_body_buffer_size 2m;', ''],
      ['nginx', 'client_body_buffer_size 2m;', 'client_body_buffer_size 16k;'],
    ],
  },
  {
    what: 'the health of a service is asked over the way that requests take, and no page is given for it',
    holds: ({ nginx }) =>
      /location ~ \^\/health\/\(\?<service>[\w|]+\)\$ \{[^}]*rewrite \^ \/health break;[^}]*include \/etc\/nginx\/plenum\/proxy\.conf;[^}]*\}/.test(
        nginx,
      ) && /location = \/health \{[^}]*return 404/.test(nginx),
    gone: [
      ['nginx', 'rewrite ^ /health break;', ''],
      ['nginx', 'location = /health {', 'location = /healthy {'],
    ],
  },
];

describe('the web image', () => {
  const root = repositoryRoot();
  const texts = Object.fromEntries(Object.entries(FILES).map(([name, file]) => [name, readFileSync(join(root, file), 'utf8')])) as Texts;

  it.each(LIMITS.map((limit) => [limit.what, limit] as const))('%s', (_what, { holds, gone }) => {
    expect(holds(texts)).toBe(true);
    for (const [file, is, becomes] of gone) {
      expect(texts[file]).toContain(is);
      expect([is, becomes, holds({ ...texts, [file]: texts[file].replace(is, becomes) })]).toEqual([is, becomes, false]);
    }
  });
});
