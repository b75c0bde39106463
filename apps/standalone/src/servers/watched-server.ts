import { isAlive, type RunningServer, type ServerOptions } from '@plenum/local-servers';

const LOOK_MS = 1_000;

/** A server of this machine that is started again, on the same port, when its process has ended without being told to. */
export class WatchedServer {
  readonly #timer: NodeJS.Timeout;
  #restart: Promise<void> | undefined;
  #isStopping = false;

  private constructor(
    private readonly name: string,
    private server: RunningServer,
    private readonly startAgain: () => Promise<RunningServer>,
    private readonly tell: (line: string) => void,
  ) {
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  static async open(
    name: string,
    start: (options: ServerOptions) => Promise<RunningServer>,
    dataFolder: string,
    tell: (line: string) => void,
  ): Promise<WatchedServer> {
    const server = await start({ dataFolder });
    return new WatchedServer(name, server, () => start({ dataFolder, port: server.port }), tell);
  }

  get url(): string {
    return this.server.url;
  }

  /** Ends the server and waits until it is gone. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#timer);
    await this.#restart;
    await this.server.stop();
  }

  #look(): void {
    if (this.#isStopping || this.#restart || isAlive(this.server.pid)) return;
    this.tell(`${this.name} ended and is started again.`);
    this.#restart = this.startAgain()
      .then((server) => {
        this.server = server;
      })
      .catch((error: Error) => this.tell(`${this.name} cannot be started: ${error.message}`))
      .finally(() => {
        this.#restart = undefined;
      });
  }
}
