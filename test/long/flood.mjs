// The flood of test/e2e/headless for a minute.
process.env['FRISE_FLOOD_SECONDS'] = '60';
await import('../e2e/headless/flood.e2e.mjs');
