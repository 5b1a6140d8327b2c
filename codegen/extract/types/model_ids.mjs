// The model ids a package knows, read from its `*ModelId` types.
import { byText, ts } from '../upstream.mjs';
import { sourceName, sourceOf } from './program.mjs';
import { isString, unionParts } from './unions.mjs';

/** {surface: {TypeName: schema}}. */
export function extractModelIds(context, files, surfaces) {
  const result = {};
  for (const file of files) {
    for (const node of sourceOf(context, file).statements) {
      if (!ts.isTypeAliasDeclaration(node) || !node.name.text.endsWith('ModelId') || node.typeParameters) continue;
      const schema = modelIdSchema(context, node);
      if (schema) (result[surfaces[file]] ??= {})[node.name.text] = schema;
    }
  }
  for (const [surface, defs] of Object.entries(result)) result[surface] = sorted(defs);
  return result;
}

const sorted = defs => Object.fromEntries(Object.keys(defs).sort(byText).map(name => [name, defs[name]]));

/** Known ids in order of text; `x-open` when any other string is allowed too. Null for what is no string. */
function modelIdSchema({ program, checker, folder }, node) {
  const parts = flatten(program, checker.getTypeAtLocation(node.name));
  if (!parts.every(isText)) return null;
  const known = [...new Set(parts.filter(part => part.isStringLiteral()).map(part => part.value))].sort(byText);
  const open = parts.some(part => !part.isStringLiteral());
  const source = sourceName(folder, node, node.name.text);
  return { type: 'string', ...(known.length && { enum: known }), ...(open && { 'x-open': true }), 'x-source': source };
}

/** Whether a named type is one of those written to model_ids.json; everything else only mentions it. */
export const isModelId = (program, symbol, type) => symbol.name.endsWith('ModelId') && flatten(program, type).every(isText);

const isText = part => isString(part) || part.isStringLiteral() || Boolean(part.flags & ts.TypeFlags.TemplateLiteral);

const flatten = (program, type) => (type.isUnion() ? unionParts(program, type).flatMap(part => flatten(program, part)) : [type]);
