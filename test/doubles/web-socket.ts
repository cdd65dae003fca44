import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const [TEXT, CLOSE, PING, PONG] = [0x1, 0x8, 0x9, 0xa];

/** One end of a WebSocket on a server of node:http: whole text messages below 64 KB, pings and the closing handshake. */
export interface SocketPeer {
  send(text: string): void;
  /** Ends the connection as a network fault does: without the closing handshake. */
  cut(): void;
}

export function acceptWebSockets(
  server: Server,
  opened: (peer: SocketPeer) => void,
  heard: (text: string) => void,
): void {
  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    const key = request.headers['sec-websocket-key'] ?? '';
    const accept = createHash('sha1')
      .update(key + GUID)
      .digest('base64');
    stream.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    let pending = Buffer.alloc(0);
    stream.on('error', () => {});
    stream.on('data', (chunk: Buffer) => {
      pending = Buffer.concat([pending, chunk]);
      for (let frame = nextFrame(pending); frame; frame = nextFrame(pending)) {
        pending = pending.subarray(frame.size);
        if (frame.opcode === TEXT) heard(frame.payload.toString('utf8'));
        if (frame.opcode === PING) stream.write(frameOf(PONG, frame.payload));
        if (frame.opcode === CLOSE) stream.end(frameOf(CLOSE, frame.payload));
      }
    });
    opened({
      send: (text) => stream.write(frameOf(TEXT, Buffer.from(text))),
      cut: () => stream.destroy(),
    });
  });
}

function nextFrame(bytes: Buffer): { opcode: number; payload: Buffer; size: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes[1]! & 0x7f;
  const extra = short === 126 ? 2 : 0;
  if (bytes.length < 6 + extra) return undefined;
  const length = extra ? bytes.readUInt16BE(2) : short;
  const start = 6 + extra;
  if (bytes.length < start + length) return undefined;
  const mask = bytes.subarray(start - 4, start);
  const payload = Buffer.from(bytes.subarray(start, start + length));
  payload.forEach((byte, at) => {
    payload[at] = byte ^ mask[at % 4]!;
  });
  return { opcode: bytes[0]! & 0x0f, payload, size: start + length };
}

function frameOf(opcode: number, payload: Buffer): Buffer {
  const head =
    payload.length < 126 ? Buffer.from([0x80 | opcode, payload.length]) : Buffer.alloc(4, 0x80 | opcode);
  if (payload.length >= 126) {
    head[1] = 126;
    head.writeUInt16BE(payload.length, 2);
  }
  return Buffer.concat([head, payload]);
}
