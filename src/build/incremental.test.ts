import { describe } from 'vitest';
import { testChanges } from '../tests/stress/changes.ts';

// `npm run test:hostile` compares with a clean build after each change.
describe('a build after a change', () => testChanges('group'));
