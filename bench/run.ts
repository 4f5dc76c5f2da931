/** The bench: `npm run bench` runs it all; `npm run bench -- rivals` or `-- serve` a half of it, `-- cases` lists of cases, `-- flow` event logs. */
const wanted = process.argv[2] ?? 'all';
if (wanted === 'all' || wanted === 'rivals') await import('./rivals.ts');
if (wanted === 'all' || wanted === 'serve') await import('./serve.ts');
if (wanted === 'all' || wanted === 'cases') await import('./cases.ts');
if (wanted === 'all' || wanted === 'flow') await import('./flow.ts');
