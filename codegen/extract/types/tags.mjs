// What tells the members of a union of objects apart, and what those without a name are called after it.
import { ts } from '../upstream.mjs';
import { pascalCase } from './names.mjs';

/** {property, open} when the values of one required property set members apart; `open` marks those it is a template of. */
export function findTag(checker, members) {
  if (members.length < 2) return null;
  for (const property of candidates(checker, members[0])) {
    const tags = members.map(member => tagOf(checker, member, property));
    if (!tags.every(Boolean)) continue;
    const closed = tags.filter(tag => !tag.open);
    if (closed.length && disjoint(closed.map(tag => tag.values))) return { property, open: tags.map(tag => tag.open) };
  }
  return null;
}

/** A suffix for each member: its tag, and further tags where members share one; null when nothing sets them apart. */
export function memberSuffixes(checker, members, skip = []) {
  for (const property of candidates(checker, members[0]).filter(name => !skip.includes(name))) {
    const tags = members.map(member => tagOf(checker, member, property));
    if (!tags.every(Boolean)) continue;
    const groups = Map.groupBy(members, member => label(tags[members.indexOf(member)]));
    const suffix = (member, index) => within(checker, member, label(tags[index]), groups, [...skip, property]);
    if (groups.size > 1) return members.map(suffix);
  }
  return null;
}

function within(checker, member, word, groups, skip) {
  const group = groups.get(word);
  const more = group.length > 1 ? memberSuffixes(checker, group, skip) : null;
  return word + (more?.[group.indexOf(member)] ?? '');
}

const label = tag => pascalCase(tag.values[0]);

const candidates = (checker, member) => {
  const [first] = leaves(member);
  return first ? checker.getPropertiesOfType(first).map(property => property.name) : [];
};

const leaves = type => (type.isUnion() ? type.types.flatMap(leaves) : [type]);

/** The texts `property` may have in this member; null when it is optional or anything but literal. */
function tagOf(checker, member, property) {
  const parts = leaves(member).flatMap(leaf => tagTypes(checker, leaf, property));
  if (!parts.length || !parts.every(part => part && (part.isStringLiteral() || isTemplate(part)))) return null;
  return { values: parts.map(part => part.value ?? part.texts.join('')), open: parts.some(isTemplate) };
}

function tagTypes(checker, leaf, property) {
  const symbol = isPlainObject(leaf) ? checker.getPropertyOfType(leaf, property) : undefined;
  if (!symbol || symbol.flags & ts.SymbolFlags.Optional) return [null];
  return leaves(checker.getTypeOfSymbol(symbol));
}

const isTemplate = type => Boolean(type.flags & ts.TypeFlags.TemplateLiteral);

const disjoint = lists => {
  const unique = lists.map(list => [...new Set(list)]).flat();
  return new Set(unique).size === unique.length;
};

export const isPlainObject = type => Boolean(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection));
