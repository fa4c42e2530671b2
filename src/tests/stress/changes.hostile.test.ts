import { describe } from 'vitest';
import { testChanges } from './changes.ts';

describe('a build after each change', () => testChanges('each'));
