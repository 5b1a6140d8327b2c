import { it } from 'vitest';

it('is a test, not a source', () => {});
