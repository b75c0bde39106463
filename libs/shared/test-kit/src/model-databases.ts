import { startTestServers, type TestServers } from './test-servers.js';

type Environment = NodeJS.ProcessEnv;

/** Databases with the tables of a service, of which each file of a suite gets a copy: to make the tables costs several times as much. */
export class ModelDatabases {
  private servers: Promise<TestServers> | undefined;
  private readonly made = new Map<string, Promise<Environment>>();

  /**
   * A service's part of the servers with a database in which `migrate` has run.
   * @param more what else the service asks of its environment
   */
  async migrated<E extends Environment>(
    servers: TestServers,
    service: string,
    migrate: (environment: Environment) => Promise<unknown>,
    more: E,
  ): Promise<Record<string, string> & E> {
    if (!servers.own) return { ...(await servers.copyOf(await this.modelOf(service, migrate, more), service)), ...more };
    const environment = { ...(await servers.serviceEnvironment(service)), ...more }; // Servers of a file's own have no second file.
    await migrate(environment);
    return environment;
  }

  async drop(): Promise<void> {
    await (await this.servers)?.stop();
  }

  private modelOf(service: string, migrate: (environment: Environment) => Promise<unknown>, more: Environment): Promise<Environment> {
    const make = async (): Promise<Environment> => {
      const environment = {
        ...(await (await (this.servers ??= startTestServers())).serviceEnvironment(service, `${service}_model`)),
        ...more,
      };
      await migrate(environment);
      return environment;
    };
    const model = this.made.get(service) ?? make();
    this.made.set(service, model);
    return model;
  }
}
