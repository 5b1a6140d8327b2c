// Turns types, as the checker understands them, into JSON Schema; named types become `$defs` of one shared bundle.
import { byText, sortKeys, ts } from '../upstream.mjs';
import { foreignName, namingDeclaration, namingSymbol, pascalCase, plainName, referredSymbol } from './names.mjs';
import { platformType } from './opaque.mjs';
import { sourceName } from './program.mjs';
import { isModelId } from './model_ids.mjs';
import { literalSchema, templatePattern } from './scalars.mjs';
import { findTag, isPlainObject, memberSuffixes } from './tags.mjs';
import { orderByNode, splitParts, unionParts } from './unions.mjs';

const { TypeFlags, SymbolFlags } = ts;
const TEXT_FLAGS = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
const MAX_DEPTH = 80;

const reference = name => ({ $ref: `#/$defs/${name}` });

export class TypeConverter {
  /** `silent` leaves out which required keys may hold undefined: in request bodies nearly all may. */
  constructor(context, { silent = false } = {}) {
    this.silent = silent;
    this.context = context;
    this.checker = context.checker;
    this.defs = new Map();
    this.names = new Map();
    this.active = new Map();
    this.recursive = new Map();
    this.where = '';
    this.depth = 0;
  }

  /** {name: schema}, sorted by name. */
  bundle() {
    const names = [...this.defs.keys()].sort(byText);
    return Object.fromEntries(names.map(name => [name, sortKeys(this.defs.get(name))]));
  }

  /** Defines the interface or alias declared by `symbol`. */
  rootSymbol(symbol) {
    return this.named(symbol, this.checker.getDeclaredTypeOfSymbol(symbol));
  }

  /** Defines `type` as `name`; `source` says where it comes from. */
  root(name, type, source) {
    return this.define(name, source, () => this.convert(type, name));
  }

  /** Defines what `build` returns as `name`; the definition stands, empty, while it is built: types may recur. */
  define(name, source, build) {
    const other = this.defs.get(name);
    if (other) throw new Error(`${source}: the name ${name} is already taken by ${other['x-source']}`);
    const outer = this.where;
    this.where = source;
    this.defs.set(name, { 'x-source': source });
    this.defs.set(name, { ...build(), 'x-source': source });
    this.where = outer;
    return reference(name);
  }

  /** The schema of `type`; `path` names what it belongs to, `node` is how the source writes it, where it does. */
  convert(type, path, node) {
    const written = referredSymbol(this.context, node);
    if (written) return this.named(written, this.checker.getDeclaredTypeOfSymbol(written));
    const symbol = namingSymbol(this.context.program, type);
    if (symbol) return this.named(symbol, type);
    if (type.aliasSymbol?.name === 'Readonly') return this.convert(type.aliasTypeArguments[0], path);
    return this.structure(type, path, node);
  }

  named(symbol, type) {
    if (isModelId(this.context.program, symbol, type)) return { type: 'string', 'x-model-ids': plainName(symbol) };
    const typeArguments = type.aliasTypeArguments ?? (type.target ? this.checker.getTypeArguments(type) : []);
    const key = typeArguments.length ? type : symbol;
    if (!this.names.has(key)) {
      const name = this.freeName(symbol, typeArguments);
      this.names.set(key, name);
      this.defineSymbol(name, symbol, type);
    }
    return reference(this.names.get(key));
  }

  freeName(symbol, typeArguments) {
    const plain = plainName(symbol);
    if (!this.defs.has(plain)) return plain;
    const suffix = typeArguments.map(argument => (argument.aliasSymbol ?? argument.symbol)?.name ?? '').join('');
    const stem = pascalCase(symbol.declarations[0].getSourceFile().fileName.split('/').at(-1).replace(/(\.d)?\.\w+$/, ''));
    const free = [plain + suffix, stem + plain].find(name => !this.defs.has(name));
    return free ?? this.fail(symbol.declarations[0], `the name ${plain} is already taken`);
  }

  defineSymbol(name, symbol, type) {
    const declaration = namingDeclaration(this.context.program, symbol);
    const other = namingSymbol(this.context.program, type);
    this.define(name, sourceName(this.context.folder, declaration, symbol.name), () =>
      other && other !== symbol ? this.convert(type, name) : this.structure(type, name, declaration.type));
  }

  structure(type, path, node) {
    if (++this.depth > MAX_DEPTH) this.fail(type, 'the type does not end');
    const schema = this.scalar(type) ?? this.compound(type, path, node) ?? this.resolved(type, path);
    this.depth -= 1;
    return schema ?? this.fail(type, 'no JSON Schema for this type');
  }

  scalar(type) {
    const { flags } = type;
    if (flags & TypeFlags.Any) return { 'x-ts': 'any' };
    if (flags & TypeFlags.Unknown) return { 'x-ts': 'unknown' };
    if (flags & TypeFlags.NonPrimitive) return { type: 'object' };
    if (flags & (TypeFlags.Undefined | TypeFlags.Void)) return { 'x-ts': 'undefined' };
    if (flags & TypeFlags.ESSymbolLike) return { 'x-ts': 'symbol' };
    if (flags & TypeFlags.Never) return { not: {} };
    if (flags & TypeFlags.Null) return { type: 'null' };
    if (flags & TypeFlags.TemplateLiteral) return { type: 'string', pattern: templatePattern(type) };
    if (flags & (TypeFlags.String | TypeFlags.StringMapping)) return { type: 'string' };
    if (flags & TypeFlags.Number) return { type: 'number' };
    if (flags & TypeFlags.BigInt) return { type: 'integer' };
    if (flags & TypeFlags.Boolean) return { type: 'boolean' };
    return literalSchema(type);
  }

  compound(type, path, node) {
    if (type.isUnion()) {
      const build = () => this.union(type, path, node);
      return type.aliasSymbol ? this.guarded(type, path, build) : build();
    }
    if (type.isIntersection()) {
      const primitive = type.types.find(part => !isPlainObject(part));
      if (primitive) return this.convert(primitive, path);
    }
    return isPlainObject(type) ? this.object(type, path, node) : null;
  }

  /** Type parameters and deferred types, by what they must at least be. */
  resolved(type, path) {
    if (!(type.flags & TypeFlags.Instantiable)) return null;
    const isParameter = Boolean(type.flags & TypeFlags.TypeParameter);
    const fallback = isParameter ? this.checker.getDefaultFromTypeParameter(type) : undefined;
    const bound = fallback ?? this.checker.getBaseConstraintOfType(type);
    if (bound && bound !== type) return this.convert(bound, path);
    return isParameter ? { 'x-ts': 'unknown' } : null;
  }

  union(type, path, node) {
    const parts = orderByNode(this.checker, unionParts(this.context.program, type), node);
    const { scalars, objects } = splitParts(this.context, parts);
    const suffixes = objects.length > 1 ? memberSuffixes(this.checker, objects) : null;
    const members = objects.map((part, index) => this.member(part, path, suffixes?.[index]));
    const schemas = scalars.map(part => part.schema ?? this.convert(part.type, path));
    return oneOrAny([...schemas, ...this.tagged(objects, members)]);
  }

  /** Members that one property tells apart become one tagged union; those whose tag is open stay beside it. */
  tagged(objects, members) {
    const tag = findTag(this.checker, objects);
    if (!tag) return members;
    const closed = members.filter((_, index) => !tag.open[index]);
    if (closed.length < 2) return members;
    const open = members.filter((_, index) => tag.open[index]);
    return [{ oneOf: closed, discriminator: { propertyName: tag.property } }, ...open];
  }

  /** A member of a union of objects: those without a name get one from their tag. */
  member(part, path, suffix) {
    const named = !suffix || namingSymbol(this.context.program, part);
    return named ? this.convert(part, path) : this.anonymous(path + suffix, part);
  }

  /** Defines a nameless type as `wanted`, or as that name with a number when it is taken. */
  anonymous(wanted, type) {
    if (!this.names.has(type)) {
      const name = this.countedName(wanted);
      this.names.set(type, name);
      this.define(name, this.where, () => this.structure(type, wanted));
    }
    return reference(this.names.get(type));
  }

  countedName(wanted) {
    let name = wanted;
    for (let count = 2; this.defs.has(name); count += 1) name = `${wanted}${count}`;
    return name;
  }

  object(type, path, node) {
    if (this.checker.isTupleType(type)) return this.tuple(type, path);
    if (this.checker.isArrayType(type)) {
      return { type: 'array', items: this.convert(this.checker.getTypeArguments(type)[0], path, itemNode(node)) };
    }
    const platform = platformType(this.context, type);
    if (platform?.schema) return platform.schema;
    if (platform?.awaited) return this.convert(platform.awaited, path);
    if (platform?.opaque) return { 'x-ts': platform.opaque };
    return this.guarded(type, path, () => this.members(type, path));
  }

  /** A type without a name of its own that contains itself gets one: of its alias, or of its place. */
  guarded(type, path, build) {
    if (this.recursive.has(type)) return reference(this.recursive.get(type));
    if (this.active.has(type)) {
      const name = this.countedName(foreignName(this.context.program, type) ?? this.active.get(type));
      this.recursive.set(type, name);
      this.defs.set(name, { 'x-source': this.where });
      return reference(name);
    }
    this.active.set(type, path);
    const schema = build();
    this.active.delete(type);
    const name = this.recursive.get(type);
    if (!name) return schema;
    this.defs.set(name, { ...schema, 'x-source': this.where });
    return reference(name);
  }

  tuple(type, path) {
    const items = this.checker.getTypeArguments(type);
    const { elementFlags, minLength, hasRestElement } = type.target;
    const schemas = items.map(item => this.convert(item, path));
    const fixed = schemas.filter((_, index) => elementFlags[index] & ts.ElementFlags.Fixed);
    const rest = schemas.filter((_, index) => !(elementFlags[index] & ts.ElementFlags.Fixed));
    return { type: 'array', prefixItems: fixed, items: hasRestElement ? oneOrAny(rest) : false, minItems: minLength };
  }

  members(type, path) {
    const notes = { undefined: [], never: [], opaque: {}, methods: {} };
    const properties = {};
    const required = [];
    for (const symbol of this.checker.getPropertiesOfType(type)) {
      if (symbol.name.startsWith('__@')) continue;
      this.property(symbol, path, { properties, required, notes });
    }
    const indexes = this.checker.getIndexInfosOfType(type);
    const schema = { type: 'object', ...noted(notes) };
    if (Object.keys(properties).length || !indexes.length) schema.properties = properties;
    if (required.length) schema.required = required;
    if (indexes.length) schema.additionalProperties = oneOrAny(indexes.map(index => this.convert(index.type, path)));
    return schema;
  }

  property(symbol, path, { properties, required, notes }) {
    const type = this.checker.getTypeOfSymbol(symbol);
    const { name } = symbol;
    const optional = Boolean(symbol.flags & SymbolFlags.Optional);
    const value = this.checker.getNonNullableType(type);
    if (value.flags & TypeFlags.Never && !mayBe(type, TypeFlags.Null)) {
      notes.never.push(name);
      return;
    }
    const opaque = this.opaqueText(value);
    if (opaque) {
      const text = opaque.method && optional ? `(${opaque.text})` : opaque.text;
      (opaque.method ? notes.methods : notes.opaque)[name] = optional ? `${text} | undefined` : text;
      return;
    }
    const node = symbol.flags & SymbolFlags.Transient ? undefined : symbol.valueDeclaration?.type;
    properties[name] = this.convert(type, path + pascalCase(name), node);
    const absent = mayBe(type, TypeFlags.Undefined);
    if (!optional && absent && !this.silent) notes.undefined.push(name);
    if (!optional && !absent && !(type.flags & TypeFlags.Any)) required.push(name);
  }

  /** {text, method} for a value that JSON cannot carry. */
  opaqueText(type) {
    const parts = type.isUnion() ? type.types : [type];
    const isObject = part => isPlainObject(part) && !this.checker.isArrayLikeType(part);
    const kinds = parts.map(part => (isObject(part) ? platformType(this.context, part)?.opaque : null));
    if (!kinds.length || !kinds.every(Boolean)) return null;
    return { text: this.textOf(type), method: kinds.every(kind => kind === 'function') };
  }

  textOf(type) {
    const text = this.checker.typeToString(type, undefined, TEXT_FLAGS);
    return text.replace(/import\("[^"]*"\)\./g, '');
  }

  fail(type, reason) {
    const text = type.flags === undefined || type.kind ? '' : `: ${this.textOf(type)}`;
    throw new Error(`${this.where}: ${reason}${text}`);
  }
}

function noted({ undefined: absent, never, opaque, methods }) {
  return {
    ...(absent.length && { 'x-undefined': absent }),
    ...(never.length && { 'x-never': never }),
    ...(Object.keys(opaque).length && { 'x-ts': opaque }),
    ...(Object.keys(methods).length && { 'x-methods': methods }),
  };
}

const mayBe = (type, flag) => Boolean(type.flags & flag) || (type.isUnion() && type.types.some(part => part.flags & flag));

const itemNode = node => {
  if (!node) return undefined;
  if (ts.isArrayTypeNode(node)) return node.elementType;
  return ts.isTypeReferenceNode(node) && node.typeArguments?.length === 1 ? node.typeArguments[0] : undefined;
};

/** The one schema, or any of several different ones. */
export function oneOrAny(schemas) {
  const unique = [...new Map(schemas.map(schema => [JSON.stringify(schema), schema])).values()];
  return unique.length === 1 ? unique[0] : { anyOf: unique };
}
