import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { forwardCommand } from './forward-command.ts';

const ASKED = { argv: ['imports'], cwd: '/', width: 80, colour: false };
const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

/** Forwards to a program that answers like that; gives the exit code and what was printed. */
async function forwardTo(listener: RequestListener): Promise<readonly [number | null, string]> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  opened.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const found = JSON.stringify({ address: '127.0.0.1', port, secure: false, key: 'k' });
  let printed = '';
  const print = (text: string): void => {
    printed += text;
  };
  return [await forwardCommand(found, ASKED, { out: print, err: print }), printed];
}

describe('a command line handed to a server', () => {
  it('prints what comes and ends as it says', async () => {
    const answer: RequestListener = (_request, response) =>
      response.end('{}\n{"out":"uno"}\n{"err":"dos"}\n{"exit":1}\n');
    expect(await forwardTo(answer)).toEqual([1, 'unodos']);
  });

  it('comes to nothing where another program listens, or nobody does', async () => {
    expect(await forwardTo((_request, response) => response.end('<html>hola</html>'))).toEqual([null, '']);
    expect(await forwardTo((_request, response) => response.writeHead(503).end())).toEqual([null, '']);
    expect(await forwardTo((request) => request.socket.destroy())).toEqual([null, '']);
    const io = { out: () => undefined, err: () => undefined };
    for (const found of ['', '{"port":1', '{"address":"127.0.0.1","port":9,"secure":false,"key":"k"}'])
      expect(await forwardCommand(found, ASKED, io)).toBeNull();
  });
});
