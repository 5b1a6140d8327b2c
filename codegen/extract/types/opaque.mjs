// Types of the platform: those that JSON can carry get a format, the others stay opaque and are only mentioned.
const FORMATS = {
  Uint8Array: 'binary', ArrayBuffer: 'binary', ArrayBufferLike: 'binary', SharedArrayBuffer: 'binary', Buffer: 'binary',
  Blob: 'binary', File: 'binary', Date: 'date-time', URL: 'uri', RegExp: 'regex',
};
const AWAITED = new Set(['Promise', 'PromiseLike']);

/** How a platform type is written: {schema}, {awaited: type}, {opaque: name}, or null when it is a plain object. */
export function platformType({ program, checker }, type) {
  const symbol = type.symbol;
  if (type.getCallSignatures().length || type.getConstructSignatures().length) return { opaque: 'function' };
  const declaration = symbol?.declarations?.[0];
  if (!declaration) return null;
  const name = symbol.name;
  const platform = program.isSourceFileDefaultLibrary(declaration.getSourceFile());
  if (name === 'JSONSchema7') return { schema: { type: 'object', 'x-ts': name } };
  if ((platform || name === 'Buffer') && FORMATS[name]) return { schema: { type: 'string', format: FORMATS[name] } };
  if (platform && AWAITED.has(name)) return { awaited: checker.getTypeArguments(type)[0] };
  if (type.isClass() || (platform && isInstance(type))) return { opaque: name };
  return null;
}

// Record, Partial and their like are declared by the platform too, but are shapes, not instances.
const isInstance = type => !type.aliasSymbol && Boolean(type.symbol.flags & (64 | 32)) && type.symbol.name !== '__type';
