/** The bench: `npm run bench` runs it all; `npm run bench -- rivals` or `-- serve` a half of it. */
const wanted = process.argv[2] ?? 'all';
if (wanted !== 'serve') await import('./rivals.ts');
if (wanted !== 'rivals') await import('./serve.ts');
