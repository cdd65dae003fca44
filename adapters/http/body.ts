import type { IncomingMessage } from 'node:http';

/** The whole body, or why there is none: too long, compressed, or the peer went away. */
export async function readBody(
  request: IncomingMessage,
  mostBytes: number,
): Promise<Buffer | 'too-long' | 'encoded' | 'gone'> {
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return 'encoded';
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return 'too-long';
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve('too-long');
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', () => resolve('gone'));
    request.on('close', () => resolve('gone'));
  });
}
