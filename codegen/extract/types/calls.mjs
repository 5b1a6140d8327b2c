// Finds the calls to an HTTP API in one package: what is sent, where to, and which schemas read the answer.
import { ts } from '../upstream.mjs';
import { formFields } from './form_data.mjs';
import { pascalCase } from './names.mjs';
import { pathTemplate } from './paths.mjs';
import { bodyTypes } from './bodies.mjs';

const API_CALL = /^(post|put|patch|get|delete)\w*(ToApi|FromApi)$/;

/** Every API call of `source`, in the order of the text. */
export function findCalls(source) {
  const calls = [];
  const visit = node => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && API_CALL.test(node.expression.text)) calls.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

/** What is known of one call: {owner, method, path, content, body | fields, response}. */
export function describeCall(context, call) {
  const [settings] = call.arguments;
  const property = name => settings.properties?.find(entry => entry.name?.text === name);
  const url = property('url');
  return {
    owner: ownerOf(call),
    method: API_CALL.exec(call.expression.text)[1].toUpperCase(),
    path: url ? pathTemplate(context, valueOf(context, url)) : '{url}',
    response: schemaNames(property('successfulResponseHandler')),
    ...describeBody(context, call, property),
  };
}

function describeBody(context, call, property) {
  if (property('formData')) return { content: 'form-data', fields: formFields(context, call) };
  if (property('parts')) return { content: 'form-data', fields: formFields(context, call) };
  const body = property('body');
  if (!body) return { content: 'none' };
  const value = valueOf(context, body);
  const parts = ts.isObjectLiteralExpression(value) && call.expression.text === 'postToApi' ? value.properties : [];
  const values = parts.find(entry => entry.name?.text === 'values');
  if (!values) return { content: 'json', body: typeOfBody(context, body, value) };
  const raw = !/JSON\.stringify/.test(parts.find(entry => entry.name?.text === 'content')?.getText() ?? '');
  return { content: raw ? 'raw' : 'json', body: typeOfBody(context, values, valueOf(context, values)) };
}

function typeOfBody(context, property, value) {
  return bodyTypes(context, context.checker.getTypeAtLocation(property.initializer ?? value), value);
}

/** The expression of `name: value` or of the shorthand `name`. */
function valueOf({ checker }, property) {
  if (ts.isPropertyAssignment(property)) return property.initializer;
  return property.name;
}

const schemaNames = handler => {
  const names = [];
  const visit = node => {
    if (ts.isIdentifier(node) && /Schema$/.test(node.text)) names.push(node.text);
    ts.forEachChild(node, visit);
  };
  if (handler) visit(handler);
  return [...new Set(names)];
};

/** `OpenAIChatLanguageModel.doGenerate`: the class and method, or the chain of named functions, a call stands in. */
export function ownerOf(node) {
  const names = [];
  for (let parent = node.parent; parent; parent = parent.parent) {
    const name = scopeName(parent);
    if (name && ts.isClassLike(parent)) return [name, names.at(-1)].filter(Boolean).join('.');
    if (name) names.push(name);
  }
  const chain = names.length > 1 ? [names.at(-1), names[0]] : names;
  return chain.join('.') || pascalCase(node.getSourceFile().fileName.split('/').at(-1).replace(/\.ts$/, ''));
}

function scopeName(node) {
  const isNamed = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isClassLike(node);
  if (isNamed) return node.name?.text.replace('#', '');
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const { parent } = node;
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return null;
  const isHeld = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
  return isHeld ? parent.name.text : null;
}
