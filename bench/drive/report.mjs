import { mkdirSync, writeFileSync } from 'node:fs'
export function write(options, on, results) { mkdirSync(options.out, { recursive: true }); writeFileSync(options.out + '/results.json', JSON.stringify({ on, results }, null, 1)) }
