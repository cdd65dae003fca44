import { createServer } from 'node:http';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Response } from 'botbuilder';

/** The yardstick: botbuilder on a bare server, answering every message with fixed text. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = createServer((request, raw) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
    const response: Response = {
      socket: raw.socket,
      end: (...args: unknown[]) => raw.end(...(args as [])),
      header: (name: string, value: unknown) => raw.setHeader(name, String(value)),
      send: (text: unknown) => raw.end(typeof text === 'string' ? text : JSON.stringify(text)),
      status: (code: number) => {
        raw.statusCode = code;
      },
    };
    const incoming = { body, headers: request.headers, method: request.method ?? 'POST' };
    void adapter.process(incoming, response, async (context) => {
      await context.sendActivity('A fixed answer.');
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.stdout.write(`{"port":${address.port}}\n`);
});
