import { connect as dial, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A wire to a server that a test can cut and mend: while cut, every connection is gone and none is made, as in a restart. */
export class CuttableConnection {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
    private isCut: { value: boolean },
  ) {}

  static async to(target: string): Promise<CuttableConnection> {
    const { hostname, port } = new URL(target);
    const isCut = { value: false };
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(target);
    url.port = String((server.address() as AddressInfo).port);
    const line = new CuttableConnection(server, url.toString(), isCut);
    server.on('connection', (near) => {
      line.keep(near);
      if (isCut.value) return void near.destroy();
      const far = line.keep(dial(Number(port), hostname));
      near.pipe(far).pipe(near);
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
    });
    return line;
  }

  cut(): void {
    this.isCut.value = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut.value = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private keep(socket: Socket): Socket {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    return socket;
  }
}
