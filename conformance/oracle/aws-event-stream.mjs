// Binary frames of the AWS event stream: prelude with lengths and CRC32, string headers, payload, CRC32 of it all.

import { crc32 } from 'node:zlib';

const STRING_HEADER = 7;

export function encodeEventFrame({ type, payload, headers }) {
  const named = { ':event-type': type, ':content-type': 'application/json', ':message-type': 'event', ...headers };
  const given = Object.entries(named).filter(([, value]) => value !== undefined && value !== null);
  const headerBytes = Buffer.concat(given.map(([name, value]) => encodeHeader(name, value)));
  const body = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
  const prelude = Buffer.alloc(12);
  prelude.writeUInt32BE(16 + headerBytes.length + body.length, 0);
  prelude.writeUInt32BE(headerBytes.length, 4);
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
  const message = Buffer.concat([prelude, headerBytes, body]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(message));
  return Buffer.concat([message, checksum]);
}

function encodeHeader(name, value) {
  const nameBytes = Buffer.from(name);
  const valueBytes = Buffer.from(value);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(valueBytes.length);
  return Buffer.concat([Buffer.from([nameBytes.length]), nameBytes, Buffer.from([STRING_HEADER]), size, valueBytes]);
}
