// Calls of the `ai` package: which function, with which model and middleware, and which views of the result are read.

export async function callSdk() {
  throw new Error('not yet');
}
