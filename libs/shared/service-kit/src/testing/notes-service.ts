import { Body, Controller, Get, Headers, Injectable, Module, Param, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database, migrate } from '@plenum/database';
import { DomainError } from '@plenum/kernel';
import { ownService, startTestTokens, type TestServers, type TestTokens } from '@plenum/test-kit';
import { IsString, MinLength } from 'class-validator';
import request from 'supertest';
import { MaxLength } from '../http/characters.js';
import {
  type Actor,
  AuditTrail,
  createServiceApp,
  CurrentActor,
  databaseOptions,
  IdempotencyKeys,
  loadConfig,
  type Metric,
  Public,
  SERVICE_KIT_MIGRATIONS,
  ServiceConfig,
  ServiceKitModule,
  Unlogged,
} from '../index.js';

export const MEMBER = '11111111-1111-4111-8111-111111111111';
export const ORGANISATION = '22222222-2222-4222-8222-222222222222';
export const OTHER_MEMBER = '33333333-3333-4333-8333-333333333333';
export const REQUESTS_PER_MINUTE_MAX = 60;

/** Requests that wait until they are let go. */
export const HELD: (() => void)[] = [];

class NoteRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  text!: string;
}

@Injectable()
class Notes {
  constructor(
    readonly database: Database,
    readonly audit: AuditTrail,
    readonly keys: IdempotencyKeys,
  ) {}

  add({ memberId, organisationId }: Actor, text: string, key: string | undefined) {
    return this.database.transaction((tx) =>
      this.keys.once(tx, { actor: memberId, route: 'POST /notes', key, content: { text } }, async () => {
        await this.audit.append(tx, {
          organisationId,
          actor: memberId,
          action: 'add-note',
          subject: { kind: 'note', id: text },
          after: { length: text.length },
        });
        return { text };
      }),
    );
  }
}

@Controller('notes')
class NotesController {
  constructor(private readonly notes: Notes) {}

  @Public()
  @Get('public')
  open() {
    return { open: true };
  }

  @Get('mine')
  mine(@CurrentActor() actor: Actor) {
    return actor;
  }

  @Unlogged({ atOnceMax: 2 })
  @Get('quiet')
  async quiet() {
    await new Promise<void>((resolve) => HELD.push(resolve));
    return { held: true };
  }

  @Get(':id')
  one(@Param('id') id: string): never {
    throw new DomainError('notes.not-found', 'not-found', { id });
  }

  @Post()
  add(@CurrentActor() actor: Actor, @Body() { text }: NoteRequest, @Headers('idempotency-key') key?: string) {
    return this.notes.add(actor, text, key);
  }

  @Public()
  @Get('held')
  async held() {
    await new Promise<void>((resolve) => HELD.push(resolve));
    return { held: true };
  }

  @Public()
  @Post('faulty')
  faulty(): never {
    throw new Error('a secret inside');
  }
}

/** A service on the kit that keeps notes, and what its tests ask it by. */
export interface NotesService {
  readonly app: NestFastifyApplication;
  readonly http: ReturnType<typeof request>;
  readonly tokens: TestTokens;
  /** The authorisation of MEMBER. */
  readonly bearer: string;
  /** Where whoever owns its tables connects. */
  readonly ownerUrl: string;
  /** What its first migration set up, and what its second did. */
  readonly migrated: readonly (readonly string[])[];
  add(text: string, key?: string): request.Test;
  /** Another instance of it on the same servers; whoever asks for it closes it. */
  anotherApp(config?: Partial<ServiceConfig>): Promise<NestFastifyApplication>;
}

/** A service of a Jest file's own. */
export const notesService = (): (() => NotesService) =>
  ownService(start, async ({ app, tokens }) => {
    await app.close();
    await tokens.stop();
  });

const measured = (what: string, read: Metric['read'], kind: Metric['kind'] = 'gauge'): Metric => ({
  kind,
  name: `notes_${what}`,
  help: `Notes that are ${what}.`,
  labelNames: ['room'],
  read,
});
/** One that grows, one that goes up and down, and one whose source is away. */
const METRICS: readonly Metric[] = [
  measured('written_total', () => [{ labels: { room: 'A' }, value: 7 }], 'counter'),
  measured('open', async () => [
    { labels: { room: 'A' }, value: 2 },
    { labels: { room: 'B' }, value: 0 },
  ]),
  measured('lost', () => Promise.reject(new Error('away'))),
];

async function start(servers: TestServers): Promise<NotesService> {
  const tokens = await startTestTokens();
  const environment = await servers.serviceEnvironment('notes');
  const config = loadConfig(ServiceConfig, 'notes', {
    ...environment,
    NOTES_JWKS_URL: tokens.jwksUrl,
    NOTES_LOG_LEVEL: 'silent',
    NOTES_REQUESTS_PER_MINUTE_MAX: String(REQUESTS_PER_MINUTE_MAX),
  });
  const options = { name: 'notes', config, migrations: SERVICE_KIT_MIGRATIONS };
  const migrated = [await migrate(databaseOptions(options)), await migrate(databaseOptions(options))];

  @Module({ imports: [ServiceKitModule.forService(options)], controllers: [NotesController], providers: [Notes] })
  class NotesModule {}
  const app = await createServiceApp({ name: 'notes', module: NotesModule, config, metrics: () => METRICS });
  await app.listen(0, '127.0.0.1');
  const http = request(app.getHttpServer());
  const bearer = `Bearer ${await tokens.tokenFor(MEMBER, ORGANISATION)}`;
  return {
    app,
    http,
    tokens,
    bearer,
    ownerUrl: environment['NOTES_MIGRATION_DATABASE_URL'] ?? '',
    migrated,
    add: (text, key) => {
      const post = http.post('/api/notes/notes').set('authorization', bearer).send({ text });
      return key === undefined ? post : post.set('idempotency-key', key);
    },
    anotherApp: (changed = {}) => createServiceApp({ name: 'notes', module: NotesModule, config: { ...config, ...changed } }),
  };
}
