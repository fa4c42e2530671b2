import fc from 'fast-check';

/**
 * Property tests try the same values in every run, so that a red gate is the doing of the change it checks.
 * `FAST_CHECK_SEED=$RANDOM npm test -- --project rooms` tries others.
 */
fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20261125) });
