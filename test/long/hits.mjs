// The picture at every marked hit.
process.env['FRISE_HITS'] = 'all';
await import('../e2e/headless/hits.e2e.mjs');
