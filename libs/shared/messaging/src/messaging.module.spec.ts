import { Global, Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { testEventKeys } from '@plenum/test-kit';
import { Messaging } from './messaging.js';
import { MessagingModule } from './messaging.module.js';
import { Outbox } from './outbox.js';
import type { Reaction } from './reaction.js';

@Injectable()
class NoteUnit implements Reaction<'congress.unit-set-up.v1'> {
  readonly id = 'NoteUnit';
  readonly hears = 'congress.unit-set-up.v1';
  async react(): Promise<void> {}
}

@Global()
@Module({
  providers: [{ provide: Database, useValue: {} }, NoteUnit, { provide: Clock, useValue: { now: () => new Date(0) } }],
  exports: [Database, Clock],
})
class ServiceModule {}

const NOWHERE = 'redis://127.0.0.1:1';

const start = async (routes: Record<string, string[]>, reactions = [NoteUnit]) => {
  const options = {
    name: 'ballot',
    reactions,
    routes,
    redisUrl: NOWHERE,
    keys: testEventKeys(),
    databaseUrl: 'postgres://127.0.0.1:1/none',
  };
  const module = await Test.createTestingModule({ imports: [ServiceModule, MessagingModule.forService(options)] }).compile();
  return module.init();
};

describe('MessagingModule', () => {
  it('gives a service its outbox when routes and reactions agree, and stops though nothing answers', async () => {
    const service = await start({ 'congress.unit-set-up.v1': ['ballot'] });
    expect(service.get(Outbox)).toBe(service.get(Messaging).outbox);
    await expect(service.get(Messaging).healthChecks.redis()).rejects.toThrow('redis does not answer');
    await service.close();
  });

  it('refuses to start with a route that no reaction hears', async () => {
    await expect(start({ 'congress.unit-set-up.v1': ['ballot'], 'congress.member-registered.v2': ['ballot'] })).rejects.toThrow(
      'ballot does not start, its routes and reactions differ: route congress.member-registered.v2 has no reaction',
    );
  });

  it('refuses to start with a reaction that no route leads to', async () => {
    await expect(start({})).rejects.toThrow('reaction NoteUnit hears congress.unit-set-up.v1, which has no route here');
  });
});
